/** Finnish, Estonian, Hungarian and the Baltic languages. */
import type { Lexicon } from "../lexicon.ts";

export const BALTIC_URALIC: readonly Lexicon[] = [
  {
    language: "fi",
    otp: `vahvistuskoodi*|vahvistuskoodisi|varmennuskoodi*|varmistuskoodi*|turvakoodi*|aktivointikoodi*|kertakäyttökoodi*
      |kertakäyttöinen salasana|kertakäyttösalasana*|kertakäyttöinen koodi|kirjautumiskoodi*|tunnistuskoodi*|todennuskoodi*
      |tekstiviestikoodi*|avainluku*|sms-koodi*|pin-koodi*|tunnusluku*|vahvistusnumero|varmennusnumero|tunnistautumiskoodi*
      |kirjautumistunnus*|kertakoodi*|kertasalasana*|väliaikainen salasana|väliaikainen koodi|suojakoodi*|turvatunnus*
      |rekisteröintikoodi*|rekisteröitymiskoodi*|palautuskoodi*|avauskoodi*|vahvistamiskoodi*|pankkitunnus*
      |tilapäinen salasana|tekstiviestivahvistus|todentamiskoodi*`,
    approval: `valtuutuskoodi|varmennusnumero maksulle|katevarausnumero`,
    code: `koodi*|*koodi|*koodisi|salasana*|koodit|*koodit|*koodin|tunnus|*salasana|avain`,
    verify: `vahvist*|varmist*|varmenn*|turva*|aktivoi*|kirjaudu*|kirjautu*|tunnist*|todenn*|rekisteröi*|kertakäyttö*|vahvistus
      |todennus|tunnistautu*|kirjautuminen|kirjaudu|rekisteröidy|jatkaaksesi|jatkaa|aktivointi|suorittaaksesi|henkilöllisyy*
      |laite|palauta*|palautta*|vahvista`,
    enter: `syötä|käytä|anna|kirjoita|näppäile|syöttämällä|anna koodi|kirjoita koodi|näpyttele|syöttäkää|käytä koodia|lisää`,
    with: `koodilla|käyttämällä|avulla|tunnuksella|salasanalla`,
    fetch: `nouda|noutaa|nouto*|lokero*|noudettav*|automaatista|pakettiautomaat*`,
    link: `on|sinun|tämä|sovelluksessa|palveluun|palvelussa|ja|sovellukseen|tilillesi|tilisi|tilin|n|numerosi|uusi`,
    copula: `on|on:|ovat`,
    share: `jaa|älä|kenellekään|koskaan|paljasta|kerro|muille|älä jaa|toisille`,
    doubt: `et ollut sinä|etkö se ollut sinä|et pyytänyt|et ole pyytänyt|jätä huomiotta|jos et`,
    valid: `voimassa|vanhenee|minuuttia|minuutin`,
    stale: `on vanhentunut|ei ole enää voimassa|on virheellinen|on jo käytetty|vanhentunut|ei kelpaa`,
    old: `vanha|edellinen|aiempi|viimeisin`,
    id: `viite|viitenumero|tilaus*|asiakasnumero|lähetys*|paketti|seurantatunnus|varaus*|lasku|kortti|postinumero|noutokoodi
      |tilinumero|tilausnumero|asiakas*|lasku*|kortti*|tuote*|tuotenumero|toimitus*|nouto*|sarjanumero|jäsennumero
      |henkilötunnus|y-tunnus|istuin|paikka|raide|huone|lokero|vuoronumero|rekisterinumero|vahinkonumero|sopimus*|päättyy`,
    phone: `soita|puhelin|puh|lähetä|vastaa|ota yhteyttä|vastaa stop|tekstiviesti numeroon|soita numeroon`,
    promo: `alennus*|tarjous*|ilmai*|voita|voitit|lahjakortti|kampanja*|etukoodi|alekoodi|laina|ystäv*|kaveri*|kutsu|suosittele
      |lahja*|arvonta|bonuskoodi|panos|kerroin|laina*|% alennus
      |suosittelukood*|suosittele*|kutsukood*`,
    notice: `saldo|veloitettu|siirto|maksettu|toimitettu|toimitus|noudettavissa|tilauksesi|on toimitettu|on lähetetty
      |on noudettavissa|on saapunut|matkalla`,
    done: `hyväksytty|maksettu|suoritettu|vastaanotettu|onnistui|hylätty|palautettu|veloitettu|siirretty|lähetetty`,
    unit: `minuutti|minuuttia|minuutin|tunti|tuntia|päivä|päivää|viikko|viikkoa|kuukausi|vuosi|sekuntia|numeroa|pistettä`,
    money: `euroa`,
  },
  {
    language: "et",
    otp: `kinnituskood*|kinnitamiskood*|turvakood*|aktiveerimiskood*|ühekordne parool|ühekordne kood|ühekordse*|sisselogimiskood*
      |verifitseerimiskood*|pääsukood*|autentimiskood*|kontrollkood*|juurdepääsukood*|registreerimiskood*|sms-kood*
      |ühekordne salasõna|ajutine parool|taastamiskood*|identifitseerimiskood*|avamiskood*|pin-kood*`,
    approval: `autoriseerimiskood`,
    code: `kood|koodi|koodiga|*kood|parool*|salasõna*|koodid|*koodi|*koodiga|kood:|võti
      |kontrollnumber*|kinnitusnumber*|kontrollkood*`,
    verify: `kinnita*|turva*|aktiveeri*|logi sisse|sisselogimi*|registreeri*|tuvasta*|kinnitamine|kinnitus*|turvalisus*
      |sisselogimine|sisenemi*|siseneda|logida sisse|registreer*|autenti*|aktiveerimine|jätkamiseks|isiku*|taasta*
      |taaste*`,
    enter: `sisesta*|kasuta*|sisestage|kirjuta|trüki`,
    with: `abil|koodiga|kasutades|kaudu|parooliga`,
    fetch: `pakiautomaa*|kapp|kapist|väljasta*|väljastus*|avamiskood*|järele`,
    link: `on|teie|sinu|see|oma|ja|et|jaoks`,
    copula: `on|on:`,
    share: `jaga|jagage|ärge|ära|kellegagi|kunagi|teistega|kellelegi`,
    doubt: `polnud sina|ei olnud teie|ei taotlenud|ignoreeri`,
    valid: `kehtib|aegub|minutit`,
    stale: `on aegunud|ei kehti enam|on vale|on juba kasutatud`,
    old: `vana|eelmine|viimane`,
    id: `viitenumber|tellimus*|kliendinumber|saadetis*|pakk|arve|broneering|tellimuse number|tellimuse nr|kliendi*
      |kliendi number|arve*|konto*|kaart*|kaardi*|toode|toote*|saadetise*|paki*|pakk*|postiindeks|isikukood|registrikood
      |seerianumber|piletinumber|koht|väravakood
      |avamiskood|väljastuskood|uksekood`,
    phone: `helista|telefon|tel|saada|vasta`,
    promo: `allahindlus*|soodus*|sooduskood|kingitus|tasuta|võida|sõbra*|sõber|kutsu|soovita|sooduskood*|kinkekaart|kupong|laen
      |soovituskood*|kutsekood*`,
    notice: `jääk|saldo|kohale toimetatud|saadetud|makse|ülekanne`,
    done: `kinnitatud|makstud|tasutud|õnnestus|saadud|kätte saadud|üle kantud|saadetud`,
    unit: `minutit|tundi|päeva|nädalat|min|minutiks`,
  },
  {
    language: "lv",
    otp: `apstiprinājuma kod*|verifikācijas kod*|pārbaudes kod*|drošības kod*|aktivizācijas kod*|vienreizēj* parol*
      |vienreizējā parole|vienreizējais kods|piekļuves kod*|autorizācijas kod*|aktivācijas kod*|autentifikācijas kod*
      |reģistrācijas kod*|drošības kods|apstiprināšanas kod*|vienreizlietojam* kod*|vienreizlietojam* parol*|pagaidu parol*
      |sms kod*|sms-kod*|pieteikšanās kod*|ieejas kod*|pieslēgšanās kod*|identifikācijas kod*|atkopšanas kod*
      |aktivizēšanas kod*|verificēšanas kod*|pin kod*`,
    code: `kods|kodu|kodam|kodi|parole|paroli|koda|kodus|paroles|parolei`,
    verify: `apstiprin*|verifik*|pārbaud*|drošīb*|aktiviz*|piekļuv*|pieteik*|pierakst*|reģistr*|autoriz*|vienreiz*|apstiprinā*
      |verificē*|pieslēg*|ieej*|autentif*|aktivē*|identi*|turpinā*|atkop*|reģistrē*|apstipriniet|piesak*|pieteic*|ieiet
      |ielogo*
      |atjauno*`,
    enter: `ievadi|ievadiet|izmanto|izmantojiet|lietojiet|ievadot|ierakstiet|izmantojot|ieraksti`,
    with: `ar|ar kodu|izmantojot`,
    fetch: `pakomāt*|skapīt*|izņem*|saņemšanas kods|izņemšanas kods|saņemiet sūtījumu`,
    link: `ir|jūsu|tavs|tava|šis|lai|un|no|uz|tavu|savu|ar mērķi|šo`,
    copula: `ir|ir:`,
    share: `nedalies|nedalieties|dalieties|nevienam|neizpaud*|nekad|neizpaudiet|nedod|citiem`,
    doubt: `nebijāt jūs|nebiji tu|nepieprasījāt|ignorējiet`,
    valid: `derīg*|beidzas|minūtes|minūšu`,
    stale: `ir beidzies|vairs nav derīgs|nav derīgs|ir nederīgs|ir nepareizs
      |derīguma termiņš ir beidzies|termiņš ir beidzies|derīguma termiņš beidzies`,
    old: `vecais|iepriekšējais|pēdējais`,
    id: `pasūtījum*|klienta numurs|sūtījum*|rēķin*|atsauce|rezervācij*|pasūtījuma*|klienta*|sūtījuma*|pakas|paka|rēķina*|konta*
      |konts|karte|kartes|pasta indekss|personas kods|produkta*|preces|biļete*|vieta|reģistrācijas numurs
      |saņemšanas kods|izņemšanas kods`,
    phone: `zvaniet|zvani|tālr|tālrunis|sūti|sūtiet|atbildi`,
    promo: `atlaid*|akcij*|dāvan*|laimē|bezmaksas|kupon*|draug*|ieteic*|uzaicini|atlaižu|atlaides|dāvanu|aizdevum*|bonus*
      |ieteikuma kods|ieteikuma*|draugu kods|uzaicinājuma kods`,
    notice: `atlikums|piegādāts|nosūtīts|maksājums|pārskaitījums|ieskaitīts`,
    done: `apstiprināts|samaksāts|saņemts|veikts|veiksmīg*|apmaksāts|pārskaitīts|nosūtīts`,
    unit: `minūtes|minūšu|stundas|stundu|dienas|dienu`,
  },
  {
    language: "lt",
    otp: `patvirtinimo kod*|tikrinimo kod*|saugos kod*|saugumo kod*|aktyvavimo kod*|vienkartin* kod*|vienkartinis kodas
      |vienkartinis slaptažodis|prisijungimo kod*|autentifikavimo kod*|verifikavimo kod*|registracijos kod*|patvirtinimo pin
      |vienkartin* slaptažod*|laikinas slaptažodis|laikinas kodas|sms kod*|sms-kod*|identifikavimo kod*|atkūrimo kod*
      |prieigos kod*|tapatybės patvirtinimo|įėjimo kod*|aktyvinimo kod*|pin kod*`,
    code: `kodas|kodą|kodo|slaptažod*|kodu|kodai|kodas:|raktas`,
    verify: `patvirtin*|patikrin*|saug*|aktyv*|prisijung*|registr*|autentifik*|vienkartin*|tapatyb*|patvirtini*|patvirtink*|tikrini*
      |prisijungt*|prisijunk*|aktyvin*|aktyvav*|identifik*|autentif*|atkur*|tęst*|registruo*|saugum*|prieig*
      |atkūr*`,
    enter: `įveskite|įvesk|naudokite|naudok|įvesti|įrašykite|panaudokite|naudodami|įveskit`,
    with: `su|naudodami|su kodu|pagal`,
    fetch: `atsiim*|atsiėm*|spintel*|paštomat*`,
    link: `yra|jūsų|tavo|šis|tai|savo|kad|ir|prie|į|iš|skirtas`,
    copula: `yra|yra:`,
    share: `nesidalin*|niekam|neatskleis*|niekada|su niekuo|kitiems`,
    doubt: `ne jūs|tai ne jūs|neprašėte|ignoruokite`,
    valid: `galioja|baigsis|minutes|minučių`,
    stale: `nebegalioja|pasibaigė|yra neteisingas|jau panaudotas|baigėsi`,
    old: `senas|ankstesnis|paskutinis`,
    id: `užsakym*|kliento numeris|siunt*|sąskait*|rezervacij*|užsakymo*|kliento*|siuntos|siunta|sąskaitos|kortel*|pašto kodas
      |asmens kodas|prekės|prekė|bilietas|vieta|atsiėmimo kodas`,
    phone: `skambinkite|skambink|tel|siųskite|atsakykite`,
    promo: `nuolaid*|akcij*|dovan*|laimė*|nemokam*|kupon*|draug*|pakviesk*|rekomenduo*|nuolaidos|dovanų|paskol*
      |rekomendacijos kod*|rekomendac*|kvietimo kod*`,
    notice: `likutis|pristatyta|išsiųsta|mokėjimas|pervedimas|įskaityta`,
    done: `patvirtinta|apmokėta|sumokėta|gauta|įvykdyta|sėkmingai|atlikta|pervesta|išsiųsta`,
    unit: `minutes|minučių|min|valandas|valandų|dienas|dienų`,
  },
  {
    language: "hu",
    otp: `ellenőrző kód*|ellenőrzőkód*|megerősítő kód*|megerősítőkód*|biztonsági kód*|aktiváló kód*|aktiválókód*|aktivációs kód*
      |hitelesítő kód*|hitelesítőkód*|hitelesítési kód*|egyszer használatos*|egyszeri jelszó*|egyszeri kód*|belépési kód*
      |belépőkód*|belépési azonosító|bejelentkezési kód*|regisztrációs kód*|azonosító kód*|azonosítókód*|sms-kód*|sms kód*
      |jóváhagyó kód*|ideiglenes jelszó*|igazoló kód*|visszaigazoló kód*|hozzáférési kód*|bejelentkező kód*|feloldó kód*
      |visszaállítási kód*|helyreállítási kód*|egyszeri azonosító*|ideiglenes kód*|titkos kód*|sms jelszó*|sms-jelszó*
      |aláíró jelszó*|mobil token|pin-kód*|kétlépcsős*|ellenőrzési kód*|érvényesítő kód*|azonosítási kód*|jelszó megerősít*`,
    approval: `engedélyezési kód|engedélyszám|authorizációs kód|engedélykód`,
    code: `kód|kódja|kódod|kódot|kódját|*kódja|*kódod|jelszó|jelszava|jelszavad|kódok|*kódot|*kód|jelszót|kód:|kulcs|kulcsod`,
    verify: `ellenőr*|megerősít*|biztonság*|aktivál*|hitelesít*|belép*|bejelentk*|regisztr*|azonosít*|jóváhagy*|egyszer*|jelentkezz
      |jelentkezzen|jelentkezés*|megerősítés*|bejelentkezés*|belépés*|azonosítás*|igazol*|folytatás*|visszaállít*
      |személyazonos*|hozzáfér*|eszköz*|fiók*
      |helyreállít*`,
    enter: `írja|írd|add meg|adja meg|használd|használja|üsse|gépelje|írd be|írja be|adja|add|üsse be|használja ezt|megadása`,
    with: `kóddal|ezzel|segítségével|használatával|ezzel a kóddal|jelszóval|a kóddal`,
    fetch: `átvehet*|átvétel*|rekesz*|csomagautomat*|veheti át|vegye át|csomagpont*|foxpost`,
    link: `az|a|ön|önnek|te|ez|ehhez|következő|és|itt|kérjük|fiókodba|fiókjába|be|új`,
    copula: `az ön kódja|ez a kód|a kódod|a kódja`,
    share: `ossza|oszd|senki*|soha|ne adja|ne add|ne mondja|senkivel|mással|másnak|meg senkinek`,
    doubt: `nem ön volt|nem te voltál|nem ön kérte|nem te kérted|hagyja figyelmen|ha nem`,
    valid: `érvényes*|lejár|perc*`,
    stale: `lejárt|már nem érvényes|érvénytelen|hibás|már felhasznál*`,
    old: `régi|korábbi|előző|utolsó`,
    id: `rendelés*|megrendelés*|ügyfél*|csomag*|küldemény*|számla*|foglalás*|kártya*|ügyszám|átvételi kód|számlaszám
      |rendelésszám|megrendelésszám|rendelési szám|ügyfélszám|ügyfélazonosító|csomagszám|csomagautomata|foglalási szám
      |cikkszám|termék*|termékkód|irányítószám|adószám|taj|sorozatszám|tagsági szám|dolgozói szám|rendszám|kárszám|ülés|peron
      |szoba|szekrény|átvételi*|kártyaszám|végű|utalvány*|vonalkód|hivatkozási szám|tranzakció*|nyomkövetés*|szelvény`,
    phone: `hívja|hívd|telefon|tel|küldje|írjon|hívjon|küldj|válaszolj|sms-ben|tárcsázza`,
    promo: `kedvezmény*|akció*|kupon*|ajándék*|nyeremény*|nyer*|ingyen*|kuponkód|barát*|ismerős*|ajánl*|hívd meg|hitel|kölcsön
      |bónusz|ingyenes|szállítás ingyen|kedvezmén*
      |ajánlókód*|meghívókód*|ajánló kód*`,
    notice: `egyenleg*|terhel*|jóváír*|vásárlás*|utalás*|kiszállít*|készpénzfelvétel|befizet*|csomagod|csomagja|rendelésed|rendelése
      |megérkezett|átvehető|feladtuk|fogyasztás|kártyás vásárlás`,
    done: `jóváhagyva|sikeres|kifizetve|teljesült|megérkezett|fizetés megtörtént|sikeresen|jóváírva|elutasítva|terhelve|átutalva
      |elutalva`,
    unit: `perc|percig|percen|óra|órán|óráig|nap|napig|hét|hónap|másodperc*|számjegy*|pont|percen belül|darab|db`,
    money: `ft|forint|huf`,
    month: `január|február|március|április|május|június|július|augusztus|szeptember|október|november|december`,
  },
  {
    language: "ltg",
    code: `kods|paroļa`,
    verify: `apstyprynoj*`,
    copula: `ir`,
  },
];
