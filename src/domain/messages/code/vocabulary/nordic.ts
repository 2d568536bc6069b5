/** Nordic languages. */
import type { Lexicon } from "../lexicon.ts";

export const NORDIC: readonly Lexicon[] = [
  {
    language: "sv",
    otp: `verifieringskod*|verifikationskod*|bekräftelsekod*|säkerhetskod*|aktiveringskod*|engångskod*|engångslösenord*
      |inloggningskod*|åtkomstkod*|autentiseringskod*|sms-kod*|smskod*|kontrollkod*|registreringskod*|valideringskod*
      |verifieringsnummer|bekräftelsenummer|identifieringskod*|legitimeringskod*|upplåsningskod*|tillfällig kod
      |tillfälligt lösenord|bankkod|pinkod|återställningskod*|parkopplingskod*|godkännandekod*|signeringskod*
      |inloggningslösenord|anslutningskod*|sms-lösenord|engångs-pin`,
    approval: `auktorisationskod|auktoriseringskod|kontrollnummer`,
    code: `kod|koden|*kod|*koden|lösenord*|pinkod*|pin-kod*|kod:|koder|*koder|nyckel|nyckeln`,
    verify: `verifier*|bekräft*|säkerhet*|aktiver*|logga in|inlogg*|registrer*|godkänn*|autentiser*|engångs*|identitet|verifiering
      |bekräftelse|inloggning|aktivering|identifier*|legitimer*|registrering|slutföra|fortsätta|logga|komma åt|åtkomst
      |återställ*|enhet|signera
      |komma in|ta dig in|släppas in`,
    enter: `ange|använd|skriv in|skriv|mata in|fyll i|ange koden|fyll|mata|knappa in|uppge|klistra in`,
    with: `med|med koden|med hjälp av|genom|via`,
    fetch: `hämta|hämtas|hämtar|skåp|paketbox|paketskåp|utlämning*|ombud|paketautomat`,
    link: `är|din|ditt|den|för|att|till|som|på|hos|här|denna|i|av|dina|vår|en|ett|oss|ny|nya|nytt|dig|sig`,
    copula: `är|är:|blir|lyder`,
    share: `dela|aldrig|ingen|inte|lämna|avslöja|bedrägeri`,
    doubt: `inte du|var det inte du|inte begärt|inte beställt|ignorera|bortse`,
    valid: `giltig*|går ut|minuter|upphör`,
    stale: `har gått ut|är ogiltig|inte längre giltig|är inte giltig|är felaktig|har redan använts|redan använd`,
    old: `gamla|gammal|tidigare|föregående|senaste`,
    id: `ref|referens|order|ordernummer|beställning|kundnummer|kolli|paket|bokning|bokningsnummer|faktura|kort|konto|postnummer
      |avi|hämtkod|ärende|ärendenummer|personnummer|order*|kund*|faktura*|paket*|boknings*|kollinummer|kort*|konto*|artikel*
      |artikelnummer|produkt*|kundnr|ordernr|serienummer|medlemsnummer|medlem*|anställningsnummer|organisationsnummer|ocr
      |portkod|plats|säte|flyg|spår|rum|könummer|nummerlapp|leveransnummer|försändelse|hämt*|fordon|regnr|skadenummer
      |referensnummer|slutar på|ärende*`,
    phone: `ring|telefon|tel|kontakta|sms:a|svara|svara stopp|sms till|ring oss`,
    promo: `rabatt*|erbjudande*|gratis|vinn|vunnit|presentkort|kampanj*|värdekod|lån|rabattkod|presentkod|vänner|vän|bjud in|tipsa
      |värva|rabattkod*|kampanjkod|fri frakt|kupong|spel|odds|låna|freespins|kr rabatt
      |värvningskod*|tipskod|inbjudningskod*|rekommendationskod*`,
    notice: `saldo|debiterats|överföring|betalat|betalning på|levererat|leverans|bokad|uttag|insättning|din order|är på väg
      |har levererats|har skickats|är bokad|finns att hämta`,
    done: `godkänt|godkänd|betalt|betald|mottagen|mottaget|genomfört|genomförd|utförd|köp godkänt|återbetald|nekad|nekades
      |debiterad|debiterats|överfört|överförts|skickat`,
    unit: `minut|minuter|timme|timmar|tim|dag|dagar|vecka|veckor|månad|månader|år|sekunder|siffror|poäng|gånger|min|s|tecken`,
    money: `kr|kronor|sek`,
    month: `januari|februari|mars|maj|augusti|oktober|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|idag|imorgon`,
  },
  {
    language: "da",
    otp: `bekræftelseskode*|verifikationskode*|verificeringskode*|sikkerhedskode*|aktiveringskode*|engangskode*
      |engangsadgangskode|engangspassword|adgangskode*|login-kode|loginkode*|godkendelseskode*|sms-kode*|smskode*|kontrolkode
      |bekræftelsesnummer|identifikationskode*|legitimationskode*|midlertidig kode|midlertidig adgangskode|oplåsningskode*
      |nulstillingskode*|gendannelseskode*|parringskode*|verifikations-kode|autentificeringskode*|autorisationskode til
      |registreringskode*|validering*kode|engangs-pin|tilmeldingskode*`,
    approval: `autorisationskode|autorisationsnummer|godkendelsesnummer`,
    code: `kode|koden|*kode|*koden|kodeord*|pinkode*|koder|*koder|kodeord|nøgle|nøglen`,
    verify: `bekræft*|verific*|sikkerhed*|aktiver*|log ind|logge ind|login|registrer*|godkend*|engangs*|identitet|bekræftelse
      |verifikation|logge|logind|godkendelse|aktivering|identifi*|legitim*|registrering|fortsætte|fuldføre|adgang|nulstil*
      |enhed|autentific*|autentifik*|bekræft|tilmeld*`,
    enter: `indtast|brug|skriv|angiv|anvend|indsæt|tast|brug koden|oplys koden`,
    with: `med|med koden|ved hjælp af|via`,
    fetch: `hent din|hent den|hente|afhent*|hentes|boks|pakkeboks|udlevering*|pakkeautomat`,
    link: `er|din|dit|den|for|til|at|som|på|her|denne|hos|af|i|jeres|os|en|et|dine|du|ny|nye|nyt|dig|sig`,
    copula: `er|er:|lyder|bliver`,
    share: `aldrig|ingen|ikke|videregiv|oplys|svindel|del ikke|del den|del aldrig|andre`,
    doubt: `ikke dig|var det ikke dig|ikke anmodet|ikke bedt|ignorer|se bort`,
    valid: `gyldig*|udløber|minutter`,
    stale: `er udløbet|er ugyldig|ikke længere gyldig|er ikke gyldig|er forkert|allerede brugt`,
    old: `gamle|tidligere|forrige|seneste`,
    id: `ref|reference|ordre|ordrenummer|ordrenr|kundenummer|kundenr|pakke|pakkenr|booking|faktura|kort|konto|postnummer
      |afhentningskode|hentekode|sagsnummer|ordre*|kunde*|faktura*|pakke*|booking*|kort*|konto*|vare*|varenummer|produkt*
      |serienummer|medlemsnummer|medlem*|medarbejdernummer|cpr|cvr|postnr|plads|sæde|spor|værelse|kønummer|forsendelse*
      |afhentnings*|sags*|policenummer|skadenummer|nummerplade|referencenummer|slutter på|dør*`,
    phone: `ring|telefon|tlf|kontakt|svar|send sms|svar stop|sms til|ring til os`,
    promo: `rabat*|tilbud*|gratis|vind|vundet|gavekort|kampagne*|rabatkode|lån|venner|ven|inviter|anbefal*|gratis fragt|gavekode
      |kupon|odds|spil
      |henvisningskode*|anbefalingskode*|vennekode*|invitationskode*`,
    notice: `saldo|hævet|overført|betalt|betaling på|leveret|levering|afhent*|din ordre|er på vej|er leveret|er sendt
      |klar til afhentning|er booket`,
    done: `godkendt|betalt|modtaget|gennemført|betaling modtaget|refunderet|afvist|trukket|overført|sendt`,
    unit: `minut|minutter|time|timer|dag|dage|uge|uger|måned|måneder|år|sekunder|cifre|point|gange`,
    money: `kr|kroner|dkk`,
    month: `januar|februar|marts|maj|juni|juli|oktober|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag`,
  },
  {
    language: "no",
    otp: `bekreftelseskode*|verifiseringskode*|verifikasjonskode*|sikkerhetskode*|aktiveringskode*|engangskode*|engangspassord*
      |påloggingskode*|innloggingskode*|godkjenningskode*|tilgangskode*|sms-kode*|autentiseringskode*|bekreftelsesnummer
      |identifikasjonskode*|legitimasjonskode*|midlertidig kode|midlertidig passord|opplåsingskode*|tilbakestillingskode*
      |gjenopprettingskode*|registreringskode*|valideringskode*|eingongskode*|stadfestingskode*|stadfestings kode
      |tryggleikskode*|innloggings-kode|pin-kode|engangs-pin|bankid-kode`,
    approval: `autorisasjonskode|autorisasjonsnummer`,
    code: `kode|koden|*kode|*koden|passord*|pinkode*|koder|*koder|koda|*koda|nøkkel|nøkkelen`,
    verify: `bekreft*|verifis*|sikkerhet*|aktiver*|logg inn|logge inn|innlogg*|pålogg*|registrer*|godkjenn*|engangs*|bekreftelse
      |verifisering|godkjenning|aktivering|identifi*|legitim*|registrering|fortsette|fullføre|tilgang|tilbakestill*|enhet
      |autentiser*|logg på|logge på|stadfest*|stadfesting|logga inn`,
    enter: `skriv inn|bruk|tast inn|oppgi|angi|tast|skriv|legg inn|før inn|lim inn`,
    with: `med|med koden|ved hjelp av|via`,
    fetch: `hent pakken|hent din|hente|hentes|skap|pakkeboks|pakkeautomat|utlevering*`,
    link: `er|din|ditt|den|for|til|å|som|på|her|denne|av|i|di|dine|du|hos|en|et|ny|nye|nytt|deg|seg`,
    copula: `er|er:|blir`,
    share: `aldri|ingen|ikke|svindel|del ikke|ikke del|del den|andre`,
    doubt: `ikke deg|var det ikke deg|ikke bedt|ignorer|se bort`,
    valid: `gyldig*|utløper|minutter`,
    stale: `er utløpt|har utløpt|er ugyldig|ikke lenger gyldig|er ikke gyldig|er feil|allerede brukt`,
    old: `gamle|tidligere|forrige|siste`,
    id: `ref|referanse|ordre|ordrenummer|kundenummer|pakke|sporing|sporingsnummer|bestilling|faktura|kort|konto|postnummer
      |hentekode|saksnummer|ordre*|kunde*|faktura*|pakke*|booking*|kort*|konto*|vare*|varenummer|produkt*|serienummer
      |medlemsnummer|medlem*|ansattnummer|personnummer|orgnr|kid|plass|sete|spor|rom|kønummer|sending*|hente*|saks*
      |polisenummer|skadenummer|regnr|referansenummer|slutter på|dør*`,
    phone: `ring|telefon|tlf|kontakt|svar|send sms|svar stopp|sms til|ring oss`,
    promo: `rabatt*|tilbud*|gratis|vinn|vunnet|gavekort|kampanje*|lån|venner|venn|inviter|verv|anbefal*|rabattkode|gratis frakt
      |gavekode|kupong|odds|spill
      |vervekode*|verve*|henvisningskode*|invitasjonskode*`,
    notice: `saldo|belastet|overført|betalt|levert|levering|uttak|din ordre|er på vei|er levert|er sendt|klar til henting|er bestilt`,
    done: `godkjent|betalt|mottatt|gjennomført|refundert|avvist|trukket|overført|sendt`,
    unit: `minutt|minutter|time|timer|dag|dager|uke|uker|måned|måneder|år|sekunder|siffer|poeng|ganger`,
    money: `kr|kroner|nok`,
  },
  {
    language: "is",
    otp: `staðfestingarkóði*|staðfestingarkóðinn|öryggiskóði*|öryggisnúmer|auðkenningarkóði*|aðgangskóði*|einnota lykilorð
      |virkjunarkóði*|staðfestingarnúmer|staðfestingar kóði|auðkennisnúmer|öryggis kóði|einskiptiskóði*|einskipta*
      |innskráningarkóði*|tímabundið lykilorð|sannvottunarkóði*`,
    code: `kóði|kóðinn|kóðann|*kóði|*kóðinn|lykilorð*|*kóða|kóða|pin-númer|lykilnúmer`,
    verify: `staðfest*|öryggis*|auðkenn*|innskrá*|virkj*|skrá þig|staðfesting*|auðkenning*|innskráning*|virkjun|skrá inn|sannvott*
      |nýskráning*|sannprófun*|skráðu þig inn|skráðu*|skrá*
      |endurheimt*`,
    enter: `sláðu inn|notaðu|nota|sláðu|færðu inn|settu inn|notið|sláið inn`,
    with: `með`,
    fetch: `sæktu|sækja|hólf|póstbox|afhending*|pakkabox`,
    link: `er|þinn|þitt|fyrir|á|til|þín|minn|þessi|við|hjá|í|og|til að|þig`,
    copula: `er|er:|eru`,
    share: `deila|deildu|engum|aldrei|ekki deila|neinum`,
    valid: `gildir|rennur út|mínútur`,
    stale: `er útrunninn|er ekki lengur`,
    old: `gamli|fyrri`,
    id: `pöntun*|pöntunarnúmer|viðskiptavin*|reikning*|kort*|sending*|bókun*|kennitala|póstnúmer`,
    promo: `afsláttur|afslátt*|tilboð|gjafabréf|afsláttar*|vinum|vini|bjóddu|gjafa*|tilboð*
      |tilvísunarkóð*|boðskóð*|afsláttarkóð*`,
    unit: `mínútur|mínútna|klukkustund*|daga`,
    money: `kr|krónur|isk`,
  },
  {
    language: "fo",
    otp: `váttanarkota*|trygdarkota*|staðfestingarkota*|eingangskota*|atgongdarkota*`,
    code: `kota|kotan|kotu|*kota|*kotan|koda|kodan|*koda|*kodan|loyniorð*
      |eingangsloyniorð*`,
    verify: `váttan*|vátta*|staðfest*|trygd*|rita inn|innrita*`,
    enter: `skriva|brúka|inntøppa`,
    with: `við`,
    link: `tín|títt|til|hjá|tær|á|fyri|og`,
    copula: `er|er:`,
    share: `ikki|ongum`,
  },
  {
    language: "se",
    code: `koda|kodda|*koda`,
    verify: `duođašt*|nanne*|sisačáliheapmi`,
    link: `du|din`,
    copula: `lea|leat`,
  },
];
