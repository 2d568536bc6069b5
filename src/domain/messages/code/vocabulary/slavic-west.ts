/** Czech, Slovak, Polish and Sorbian. */
import type { Lexicon } from "../lexicon.ts";

export const SLAVIC_WEST: readonly Lexicon[] = [
  {
    language: "cs",
    otp: `ověřovací kód*|verifikační kód*|potvrzovací kód*|bezpečnostní kód*|aktivační kód*|autentizační kód*
      |jednorázov* kód*|jednorázový kód|jednorázové heslo|jednorázového hesla|přihlašovací kód*|přístupový kód*
      |registrační kód*|sms kód*|kód pro přihlášení|kód pro ověření|kód pro potvrzení|kód k potvrzení|kód k ověření
      |kontrolní kód*|sms klíč|dočasné heslo|kód z sms|potvrzovacího kódu|autorizační sms|autorizační sms kód|autorizační klíč
      |mobilní klíč|potvrzovací sms|kód ověření|kód potvrzení|kód pro autorizaci|kód pro aktivaci|kód pro obnovu
      |kód pro obnovení|kód pro přístup|kód pro registraci|kód pro vstup|dočasný kód|sms heslo|heslo pro přihlášení
      |heslo k přihlášení|jednorázový pin|pin pro potvrzení|identifikační kód*|kód pro dvoufázové|dvoufázov*|dvoufaktor*
      |kód k přihlášení|kód k aktivaci|ověřovací číslo|ověřovací heslo|kód pro potvrzení platby`,
    approval: `kód autorizace|číslo autorizace|autorizační číslo
      |autorizační kód*`,
    code: `kód|kódu|kódem|heslo|hesla|heslem|pin|kódy|kode|hesel|kod|klíč`,
    verify: `ověř*|verifik*|potvr*|bezpečn*|aktiv*|autoriz*|autenti*|jednoráz*|přihl*|přístup*|registr*|obnov*|totožnost*|ověření
      |ověření totožnosti|potvrzení|přihlášení|přihlásit|přihlašov*|přihlaste|přihlas|pokračov*|dokonč*|aktivace|obnovení
      |vstup*|zařízení|identif*|zaregistr*|registruj*`,
    enter: `zadejte|zadej|použijte|použij|vložte|opište|uveďte|zadejte kód|opiš|vyplňte|napište|použitím|vložit`,
    with: `s|pomocí|kódem|s kódem|prostřednictvím|s pomocí|přes kód`,
    fetch: `vyzvedn*|schránc*|schránk*|z-box*|zbox*|výdejn*|boxu|k vyzvednutí`,
    link: `je|váš|tvůj|pro|k|na|do|tento|ve|v|z|vaše|tvoje|o|se|a|od|vám|svůj|si|u|prosím|pro vaši|nový|nové|nová`,
    copula: `je|je:|zní|jsou`,
    share: `nikomu|nesdělujte|nesdílejte|nikdy|sdíl*|neposkytujte|podvod*|nepřeposílejte|s nikým|nesdílej|neposkytuj|nesdeluj*
      |nedávej|ostatním`,
    doubt: `nejste to vy|nebyl jste to vy|nejsi to ty|pokud jste|nepožádali|nežádali|ignorujte`,
    valid: `platí|platný|platnost|vyprší|minut`,
    stale: `vypršel|vypršela|již není platný|už neplatí|není platný|neplatný|je chybný|byl již použit|propadl`,
    old: `starý|předchozí|minulý|poslední|původní`,
    id: `objednávk*|číslo objednávky|zákaznick*|zásilk*|balík*|faktur*|rezervac*|účet|účtu|karta|kartou|karty|psč|smlouv*
      |variabilní symbol|vs|číslo zásilky|číslo zákazníka|číslo faktury|číslo karty|číslo účtu|číslo rezervace|kód produktu
      |kód zboží|kód výrobku|kód zásilky|kód pro vyzvednutí|kód pro výdej|kód zákazníka|kód banky|výdejní kód|zboží|výrobek
      |produkt*|model|sériové číslo|rodné číslo|ičo|dič|spz|jízdenk*|letenk*|vstupenk*|místo|sedadlo|pokoj|nástupiště|box
      |schránk*|vyzvedn*|reklamac*|požadavek|pojistn*|škod*|číslo jednací|spisová|končící|číslo žádosti`,
    phone: `volejte|zavolejte|tel|telefon|pošlete|kontakt*|odpovězte|pošlete stop|odepište|zavolej|na číslo`,
    promo: `slev*|akce|akční|dárek|dárk*|výhr*|vyhr*|zdarma|kupón*|kupon*|poukaz*|soutěž*|nabídk*|půjčk*|slevový|doporuč*|kamarád*
      |přátel*|pozvi|pozvěte|slevu|dárkový|bonusový|sázk*|výhodn*|zvýhodn*|doprava zdarma
      |doporučovací kód|doporučte|pozvánk*`,
    notice: `zůstatek|platba|platbu|připsán*|odepsán*|výběr|doručen*|doručov*|převod|dobití|odchozí|příchozí|splatnost
      |vaše objednávka|byla odeslána|je připravena|je připraven|doručena|vyzvednutí|spotřeb*|zůstatek je`,
    done: `schválen*|zaplacen*|proveden*|přijat*|uhrazen*|úspěšn*|připsána|odepsána|zamítnut*|obdržel*|převedeno|odesláno|připsáno`,
    unit: `min|minut|minuty|hod|hodin|hodiny|dní|dny|den|týden|týdnů|měsíc*|rok*|sekund|číslic|bodů`,
    money: `kč|korun|czk`,
    month: `ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince`,
  },
  {
    language: "sk",
    otp: `overovací kód*|verifikačný kód*|potvrdzovací kód*|potvrdzujúci kód|bezpečnostný kód*|aktivačný kód*|autorizačný kód*
      |autentifikačný kód*|jednorazový kód*|jednorazové heslo|prihlasovací kód*|prístupový kód*|registračný kód*|sms kód*
      |kód na overenie|kód na prihlásenie|kód na potvrdenie|dočasné heslo|autorizačný sms kód|autorizačná sms|autorizačný kľúč
      |sms kľúč|sms heslo|kód na autorizáciu|kód pre prihlásenie|kód pre overenie|kód na aktiváciu|kód na obnovenie
      |dočasný kód|jednorazový pin|identifikačný kód*|potvrdzujúci sms kód|heslo na prihlásenie|bezpečnostná sms
      |overovacie číslo`,
    approval: `kód autorizácie|číslo autorizácie`,
    code: `kód|kódu|kódom|heslo|hesla|kódy|kod|kľúč|heslom`,
    verify: `over*|verifik*|potvrd*|bezpečn*|aktiv*|autoriz*|jednoraz*|prihl*|prístup*|registr*|totožnos*|overenie|potvrdenie
      |prihlásenie|prihlás*|prihlasov*|pokračov*|dokonč*|obnov*|vstup*|zariaden*|identif*|registráci*|aktiváci*|zaregistr*
      |registruj*`,
    enter: `zadajte|zadaj|použite|použi|vložte|zadajte kód|napíšte|vyplňte|vložiť|použitím`,
    with: `s|so|pomocou|kódom|s kódom|cez`,
    fetch: `vyzdvihn*|schránk*|výdajn*|boxu|vyzdvihnut*`,
    link: `je|váš|tvoj|pre|na|k|do|tento|vaše|tvoje|sa|z|a|od|vám|si|v|vo|prosím|o`,
    copula: `je|je:|znie|sú`,
    share: `nikomu|nezdieľajte|neposkytujte|nikdy|s nikým|nezdieľaj|neposkytuj|ostatným`,
    doubt: `neboli ste to vy|nie ste to vy|ak ste|nežiadali|ignorujte`,
    valid: `platí|platný|platnosť|vyprší|minút`,
    stale: `vypršal|vypršala|už nie je platný|neplatný|nie je platný|je nesprávny|bol už použitý`,
    old: `starý|predchádzajúci|posledný|pôvodný`,
    id: `objednávk*|zákaznícke|zásielk*|balík*|faktúr*|účet|účtu|kart*|rezervác*|číslo objednávky|číslo zásielky|zákazník*
      |číslo karty|číslo účtu|kód produktu|kód tovaru|kód na vyzdvihnutie|tovar|výrobok|produkt*|psč|rodné číslo|ičo|dič|ešpz
      |lístok|miesto|sedadlo|izba|box|schránk*|vyzdvihn*|reklamáci*|poistn*|končiaca`,
    phone: `volajte|zavolajte|tel|pošlite|odpíšte|na číslo`,
    promo: `zľav*|akci*|darček*|výhr*|zadarmo|kupón*|poukaz*|súťaž*|odporuč*|kamarát*|priateľ*|pozvi|zľavový|darčekový|stávk*
      |výhodn*|pôžičk*|úver*|doprava zadarmo`,
    notice: `zostatok|platba|pripísan*|výber|doručen*|vaša objednávka|bola odoslaná|je pripravená|doručená|vyzdvihnutie`,
    done: `schválen*|zaplaten*|vykonan*|prijat*|uhraden*|úspešn*|zamietnut*|prevedené|odoslané|pripísané`,
    unit: `minút|minúty|hodín|hodiny|dní`,
    money: `eur|eura`,
  },
  {
    language: "pl",
    otp: `kod weryfikacyjny|kodu weryfikacyjnego|kodem weryfikacyjnym|kod weryfikacji|kod potwierdzający|kod potwierdzenia
      |kod bezpieczeństwa|kod aktywacyjny|kod aktywacji|kod uwierzytelniający|kod uwierzytelniania|kod jednorazowy
      |jednorazowy kod|jednorazowego kodu|hasło jednorazowe|jednorazowe hasło|kod dostępu|kod logowania|kod do logowania
      |kod sms|kod rejestracyjny|hasło sms|smskod|sms kod|hasło tymczasowe|tymczasowe hasło|kod tymczasowy|kod zabezpieczający
      |kod uwierzytelnienia|kod weryfikacji numeru|kod do weryfikacji|kod potwierdzający numer|kod do potwierdzenia
      |kod autoryzujący|kod identyfikacyjny|kod resetujący|kod resetowania|kod odzyskiwania|kod do aktywacji|kod dostępowy
      |kod pin do|kod zabezpieczeń|kod z sms|kod tan|hasło do logowania|hasło dostępu|hasło smskod|kod do zalogowania
      |kod dwuetapowej|dwuetapow*|dwuskładnikow*|kod do transakcji|kod operacji|kody sms|jednorazowy pin|jednorazowe haslo
      |haslo sms|haslo jednorazowe|kod do autoryzacji|kod potwierdzajacy|token sms`,
    approval: `kod autoryzacji|kod autoryzacyjny|numer autoryzacji`,
    code: `kod|kodu|kodem|hasło|hasła|hasłem|kody|haslo|hasla|haslem|klucz|klucza`,
    verify: `weryfik*|potwierdz*|bezpiecz*|aktyw*|autoryz*|uwierzyt*|jednoraz*|dostęp*|logow*|zalog*|rejestr*|tożsam*|resetow*
      |weryfikacja|potwierdzenie|logowanie|zaloguj*|rejestracj*|zarejestr*|aktywac*|uwierzytelni*|bezpieczeństw*|kontynuow*
      |dokończ*|tożsamoś*|odzyskiw*|urządzen*|autoryzacj*|dostęp|zalogować`,
    enter: `wpisz|wprowadź|podaj|użyj|użyć|wpisać|przepisz|wpisz kod|wprowadz|wklej|użyj kodu|podać|przepisać|wpisując`,
    with: `za pomocą|używając|kodem|z kodem|przy użyciu|podając|z użyciem|hasłem`,
    fetch: `odbierz|odbioru|odebrać|odebrania|skrytk*|paczkoma*|w punkcie|automacie paczkowym`,
    link: `to|twój|twoje|jest|do|dla|na|w|z|ten|o|oraz|a|się|aby|swoje|swój|sie|twoj|panstwa|państwa|i|od|ci|prosimy|proszę|po
      |nowy|nowe|nowa
      |twojego|twojej|twoim|twoją|swojego|swojej|swoim`,
    copula: `to|jest|to:|brzmi|wynosi|: to`,
    share: `nie udostępniaj|udostępnia*|nikomu|nie podawaj|nie przekazuj|oszust*|nie udostepniaj|nie podawac|nigdy nie|innym`,
    doubt: `to nie ty|jeśli to nie|nie prosiłeś|nie zlecałeś|jeśli nie|zignoruj`,
    valid: `ważn*|wygasa|traci ważność|minut`,
    stale: `wygasł|wygasła|stracił ważność|jest nieważny|nieważny|jest nieprawidłowy|nieprawidłow*|błędn*|został już
      |już wykorzystany|nie jest już`,
    old: `stary|poprzedni*|ostatni*|dotychczasow*`,
    id: `zamówieni*|nr zamówienia|klient*|nr klienta|przesyłk*|paczk*|faktur*|rezerwac*|rachun*|konto nr|kart*|karta|umow*
      |kod odbioru|kod pocztowy|numer przesyłki|nr ref|numer zamówienia|nr zamowienia|numer klienta|numer karty|numer konta
      |nr karty|nr rachunku|numer rezerwacji|numer faktury|numer sprawy|numer zgłoszenia|zgłoszeni*|kod produktu|kod towaru
      |kod klienta|kod paczki|kod do paczkomatu|kod kreskowy|kod banku|kod kraju|kod błędu|produkt*|towar*|pesel|nip|regon
      |seria|numer seryjny|bilet*|miejsce|pokój|peron|skrytk*|paczkomat*|odbior*|polisa|polisy|szkod*|rejestracyjn*|umowa
      |kończąc*|nr przesyłki|list przewozowy|nr sprawy|sygnatur*|legitymacj*`,
    phone: `zadzwoń|dzwoń|tel|telefon|wyślij|kontakt*|infolinia|wyślij sms|odpisz|zadzwon|na numer`,
    promo: `rabat*|zniżk*|promoc*|kupon*|prezent*|wygra*|nagrod*|gratis|za darmo|darmow*|konkurs*|pożyczk*|kredyt*|oferta|okazj*
      |kod rabatowy|voucher*|poleć|polec*|znajom*|przyjaciel*|zaproś|zapros*|zyskaj*|odbierz bonus|kod promocyjny
      |kod polecający|zakład*|kurs|darmowa dostawa|bon|zakup*
      |kod polecenia|kod zaproszenia`,
    notice: `saldo|obciąż*|przelew*|wypłata|wpłata|płatność|doręcz*|dostarcz*|dostaw*|odbierz|odebra*|termin*|zapłac*
      |twoje zamówienie|zostało wysłane|jest gotowe|została dostarczona|czeka|czekamy|do odbioru|zużyci*`,
    done: `zaakceptowan*|zatwierdzon*|opłacon*|zapłacon*|zrealizowan*|wykonan*|otrzyman*|przyjęt*|zaksięgowan*|odrzucon*|pomyślnie
      |zakończon*|zwrócon*|przelano|przelane|wysłano`,
    unit: `min|minut|minuty|godz|godzin|godziny|dni|dzień|tydzień|tygodni*|miesiąc*|miesięcy|rok|lat|sekund|cyfr|punkt*|razy`,
    money: `zł|złotych|pln|gr|zl`,
    month: `stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia|dziś|jutro`,
  },
  {
    language: "hsb",
    code: `kod|*kod|hesło`,
    verify: `wobkruć*|wobkruće*|přizjew*|přepruw*|wěstot*
      |wobnow*`,
    enter: `zapodajće|wužiwajće`,
    with: `z`,
    link: `waš|twój|za|na|wot`,
    copula: `je`,
  },
  {
    language: "dsb",
    code: `kod|*kod|gronidło`,
    verify: `wobkšuś*|wobkšuśe*|pśizjaw*
      |wótnow*`,
    link: `waš|twój|za`,
    copula: `jo`,
  },
  {
    language: "csb",
    code: `kòd|parola`,
    verify: `weryfik*|pòcwierd*`,
    link: `twój|dlô`,
    copula: `to|je`,
  },
  {
    language: "szl",
    code: `kod|hasło`,
    verify: `weryfik*|potwierdz*`,
    link: `twōj|do|dlo`,
    copula: `to|je`,
  },
];
