/** German, Dutch and their relatives. */
import type { Lexicon } from "../lexicon.ts";

export const GERMANIC: readonly Lexicon[] = [
  {
    language: "de",
    otp: `*bestätigungscode|bestätigungscode*|bestätigungs-code|bestätigungsnummer|bestätigungs-pin|*verifizierungscode
      |verifizierungs-code|verifikationscode|verifizierungsnummer|sicherheitscode*|sicherheits-code|aktivierungscode*
      |freischaltcode*|freigabecode|zugangscode*|zugangs-code|anmeldecode*|anmelde-code|einmalcode*|einmal-code|einmalpasswort
      |einmal-passwort|einmalkennwort|einmal-pin|einmalpin|authentifizierungscode*|registrierungscode|prüfcode|prüfnummer
      |login-code|sms-code|smscode|sms-tan|smstan|mtan|m-tan|mobile tan|mobiletan|tan|itan|pushtan|transaktionsnummer (tan)
      |sicherheitsschlüssel|wiederherstellungscode|einmaliger code|temporäres passwort|identifizierungscode|kopplungscode
      |sicherheitscode|verifizierungs-pin|verifikations-code|verifikationsnummer|authentifizierungs-code
      |authentifizierungsnummer|authentisierungscode|zugangs-pin|zugriffscode|entsperrcode|kontrollcode|identifikationscode
      |identifikationsnummer|legitimationscode|freischalt-code|freigabe-code|freigabe-tan|push-tan|photo-tan|chip-tan
      |einmal-tan|sms tan|sicherheits-pin|sicherheitsnummer|login code|log-in-code|anmelde-pin|bestätigungs code|einwahlcode
      |registrierungs-code|aktivierungs-code|temporärer code|temporärer pin|einmalige pin|einmaliges passwort|einmal passwort
      |rücksetzcode|zurücksetzungscode|wiederherstellungs-code|verbindungscode|e-mail-code|prüfziffer|handy-tan|mobile-tan
      |telefonnummer-bestätigungscode|code lautet|zahlencode|ziffernfolge`,
    approval: `autorisierungscode|autorisierungsnummer|autorisierungs-code|genehmigungsnummer|genehmigungscode|autorisierungs-nr`,
    code: `code|codes|*code|pin|passwort|kennwort|schlüssel|*passwort|kode|kodes|*kennwort|*schlüssel|geheimzahl|geheimcode
      |zugangsdaten|einmalcodes`,
    verify: `bestätig*|verifizier*|verifikation*|sicherheit*|aktivier*|freischalt*|freigab*|freigeb*|zugang*|anmeld*|einlogg*
      |einmal*|authentifizier*|autorisier*|registrier*|identi*|zurücksetz*|konto|anmeldung|anzumelden|einloggen|einzuloggen
      |login|bestätigung|bestätigst|legitim*|registrierung|fortzufahren|fortfahren|abzuschließen|abschließen|zugriff|identität
      |nummer zu|rufnummer|handynummer|telefonnummer|gerät|überweisung an|verknüpf*|entsperr*|freizuschalten|zurückzusetzen
      |melde|melden|einloggst`,
    enter: `eingeben|gib|geben sie|eingabe|verwende*|benutze*|nutze*|tippe*|trage|tragen sie|einzugeben|eintippen|einfügen|trag
      |geben|gebe|eintragen|nimm|benutz|verwenden sie|benutzen sie|nutzen sie|zum bestätigen`,
    with: `mit|mithilfe|mittels|unter verwendung|per code|über den code|mit dem code|mit code|unter eingabe`,
    fetch: `abholen|abholung|holen sie|hol dein|schließfach|packstation|paketshop|paketbox|abholbereit|abgeholt|abzuholen`,
    link: `ist|lautet|dein|deine|ihr|ihre|der|die|das|für|zum|zur|von|bei|den|diesen|folgende*|hier|im|mit|heißt|und|euer|auf|ein
      |eine|einen|um|an|dich|sich|sie|bitte|dir|ihnen|folgender|diese|neuer|neue|neues|neuen|neuem`,
    copula: `ist|lautet|ist:|lautet:|heißt|sind|wäre`,
    share: `teile*|weitergeben|weiter|niemals|niemand*|nicht|geben sie ihn nicht|gib ihn nicht|gib diesen|betrug|nie`,
    doubt: `nicht du|nicht sie|waren sie das nicht|warst du das nicht|nicht angefordert|nicht beantragt|nicht veranlasst
      |haben sie dies nicht|hast du das nicht|ignorieren|ignoriere|falls sie nicht|falls du nicht`,
    valid: `gültig*|läuft|verfällt|minuten|ablauf`,
    stale: `ist abgelaufen|sind abgelaufen|abgelaufen|ist nicht mehr gültig|nicht mehr gültig|ist ungültig|ist falsch|war falsch
      |wurde bereits|bereits verwendet|ist verfallen|wurde ersetzt`,
    old: `alter|alte|alten|vorherige*|bisherige*|früherer|letzter|abgelaufener`,
    id: `ref|referenz|bestellung|bestellnummer|bestell-nr|kundennummer|kunden-nr|kundennr|rechnung|rechnungsnummer|rechnungsnr
      |sendung|sendungsnummer|paket|paketnummer|auftrag|auftragsnummer|auftragsnr|buchung|buchungscode|buchungsnummer|vorgang
      |vorgangsnummer|vertrag|karte|karten-nr|kartennummer|konto-nr|kontonummer|iban|plz|abholcode|postleitzahl|endziffer*
      |barcode|aktenzeichen|transaktionsnummer|endet auf|vergleichswert|tischnummer|zählernummer|bestell*|kunden*|rechnungs*
      |sendungs*|paket*|auftrags*|buchungs*|vorgangs*|vertrags*|karten*|konto*|liefer*|abhol*|abholnummer|artikel*|produkt*
      |schaden*|schadennummer|seriennummer|modellnummer|fallnummer|ticketnummer|ticket-nr|mitgliedsnummer|mitglieds*
      |personalnummer|matrikelnummer|steuernummer|steuer-id|sozialversicherungsnummer|versicherungsnummer|blz|bankleitzahl
      |vorwahl|postfach|hausnummer|zimmer|gleis|wagen|sitz|platz|flug|flugnummer|kennzeichen|wartenummer|schließfach
      |packstation|türcode|pfand|charge|referenznr|ref-nr|belegnummer|beleg-nr|quittung|geschäftszeichen|zeichen
      |mandatsreferenz|gläubiger|verwendungszweck|endend auf|endet mit|reservierung*|termin-nr|bearbeitungsnummer|fehlercode
      |fehler`,
    phone: `ruf|rufen|anruf*|anrufen|telefon|tel|hotline|kontakt|kontaktiere*|sende|senden sie|sms an|antworte*|unter der
      |kundenservice|rufnummer|sende stop|stop an|per sms an|antwort mit|rückruf|wählen sie`,
    promo: `rabatt*|gutschein*|aktionscode|gratis|geschenk*|gewinn*|gewonnen|angebot*|sparen|spare|kostenlos*|prozent|nachlass
      |versandkostenfrei|aktion|verlosung|kredit|werbecode|jetzt bestellen|rabattcode|gutscheincode|werbe freunde|freunde
      |freund|empfehl*|empfiehl*|einladen|einladungscode|erhalte|erhalten sie|gutschein-code|versandkosten|spar|neukunden
      |bonuscode|willkommensbonus|wette*|jackpot|darlehen|freispiele|coupon*`,
    notice: `abgebucht|belastet|gutgeschrieben|kontostand|überweisung|abhebung|zahlung über|geliefert|zugestellt|zustellung
      |lieferung|versendet|termin|rechnung über|guthaben|umsatz|buchung über|aufladung|saldo|wird heute|ist unterwegs
      |ist eingetroffen|wurde versandt|wurde geliefert|abholbereit|liegt bereit|sachbearbeiter|verbrauch|datenvolumen`,
    done: `genehmigt|wurde genehmigt|bezahlt|gebucht|wurde gebucht|erhalten|eingegangen|ausgeführt|durchgeführt|zahlung erhalten
      |abgebucht|gutgeschrieben|überwiesen|erstattet|abgelehnt|erfolgreich bezahlt|vielen dank für ihre zahlung|verkauft
      |gesendet|versendet`,
    unit: `min|minute|minuten|std|stunde|stunden|tag|tage|tagen|woche|wochen|monat|monate|jahr|jahre|sekunden|uhr|stellig*|punkte
      |mal|personen`,
    money: `euro|eur|chf|franken`,
    month: `januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|okt|dez|mrz|montag|dienstag
      |mittwoch|donnerstag|freitag|samstag|sonntag|heute|morgen`,
  },
  {
    language: "nl",
    otp: `verificatiecode|verificatie-code|bevestigingscode|beveiligingscode|activeringscode|activatiecode|inlogcode|toegangscode
      |eenmalige code|eenmalig wachtwoord|eenmalige pincode|sms-code|smscode|sms code|controlecode|authenticatiecode
      |registratiecode|tan-code|tancode|verificatienummer|herstelcode|verificatie code|bevestigings-code|beveiligings-code
      |inlog-code|login-code|logincode|login code|autorisatie-code|identificatiecode|aanmeldcode|eenmalige toegangscode
      |eenmalige inlogcode|tijdelijke code|tijdelijk wachtwoord|ontgrendelcode|koppelcode|signeercode|ondertekencode|resetcode
      |sms verificatie`,
    approval: `autorisatiecode|autorisatienummer|goedkeuringscode`,
    code: `code|*code|pincode|wachtwoord|sleutel`,
    verify: `verif*|bevestig*|beveilig*|activ*|activeer*|inlog*|in te loggen|log in|inloggen|aan te melden|aanmeld*|toegang*
      |eenmalig*|registr*|authenti*|verder te gaan|identiteit|herstel*|verificatie|bevestiging|beveiliging|inlog|aanmelding
      |identificatie|registratie|toegang|wachtwoord opnieuw|doorgaan|verder gaan|voltooien|telefoonnummer|apparaat|meld u aan
      |meld je aan|inschrijv*`,
    enter: `voer|vul|gebruik|typ|invoeren|invullen|toets|voer in|vul in|typ in|invoer|gebruikt|geef|kopieer`,
    with: `met|met behulp van|via|met code|met de code|door`,
    fetch: `haal je|haal uw|ophalen|afhalen|op te halen|af te halen|kluis|kluisje|pakketautomaat|afhaalpunt|pakketpunt|locker`,
    link: `is|je|jouw|uw|de|het|deze|dit|om|voor|van|bij|op|een|luidt|aan|en|te|jou|mijn|naar|nieuwe|nieuw`,
    copula: `is|luidt|is:|zijn`,
    share: `deel|delen|nooit|niemand|geef|geven|niet`,
    doubt: `niet jij|was jij dit niet|was u dit niet|niet aangevraagd|niet door u|heb je dit niet|heeft u dit niet|negeer`,
    valid: `geldig|verloopt|minuten|vervalt`,
    stale: `is verlopen|verlopen|is niet meer geldig|niet meer geldig|is ongeldig|is onjuist|is al gebruikt|vervallen`,
    old: `oude|vorige|eerdere|laatste`,
    id: `ref|referentie|bestelling|bestelnummer|ordernummer|klantnummer|factuur|factuurnummer|pakket|zending|track*|reservering
      |reserveringscode|boeking|kaart|rekening|rekeningnummer|postcode|afhaalcode|ophaalcode|kenmerk|dossier|bestel*|klant*
      |factuur*|pakket*|reserverings*|boekings*|order|product*|artikel*|ophaal*|afhaal*|kaart*|rekening*|dossiernummer
      |zaaknummer|meldnummer|ticketnummer|serienummer|modelnummer|lidnummer|lidmaatschap|personeelsnummer|bsn|kvk|btw
      |polisnummer|schadenummer|polis|kenteken|kluis|kluisje|kamer|stoel|vlucht|perron|huisnummer|volgnummer|transactie
      |referentienummer|betalingskenmerk|deurcode|eindigend op`,
    phone: `bel|bellen|telefoon|tel|contact|stuur|sms naar|stuur stop|sms stop|bel ons|antwoord`,
    promo: `korting*|kortingscode|actiecode|gratis|cadeau*|win|gewonnen|prijs|aanbieding*|sale|voordeel|tegoed|waardebon|leen|nodig
      |vrienden|vriend|uitnodig*|kortings*|korting|cadeaukaart|cadeaucode|gratis verzending|verdien|ontvang|lening|gok*|inzet
      |jackpot
      |vriendencode|*vriendencode|uitnodigingscode|aanbevelingscode`,
    notice: `afgeschreven|bijgeschreven|saldo|overboeking|betaald|betaling van|bezorgd|geleverd|afspraak|verzonden|onderweg
      |verbindingsproblemen|storing|verwachte|uw bestelling|je bestelling|is bezorgd|is onderweg|is verzonden|ligt klaar
      |staat klaar|ontvangen`,
    done: `goedgekeurd|geslaagd|betaald|is betaald|ontvangen|uitgevoerd|betaling ontvangen|verwerkt|geboekt|terugbetaald|geweigerd
      |afgeschreven|bijgeschreven|overgemaakt|overgeboekt|verzonden`,
    unit: `minuut|minuten|uur|uren|dag|dagen|week|weken|maand|maanden|jaar|seconden|cijfers|punten|keer`,
    money: `euro`,
    month: `januari|februari|maart|mei|augustus|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|vandaag|morgen`,
  },
  {
    language: "af",
    otp: `verifikasiekode|verifieringskode|bevestigingskode|sekuriteitskode|aktiveringskode|eenmalige wagwoord|eenmalige pin
      |toegangskode|verifikasie kode|verifikasie-kode|aanmeldkode|magtigingskode|eenmalige kode|veiligheidskode
      |tydelike wagwoord|tydelike kode|registrasiekode`,
    code: `kode|*kode|wagwoord|kodes|*wagwoord|pin`,
    verify: `verif*|bevestig*|aktiveer*|aanmeld*|teken in|registr*|verifieer|verifiëring|aktivering|veiligheid|registreer|toegang
      |voort te gaan|nommer te|identiteit|meld aan|aan te meld`,
    enter: `voer|gebruik|tik|voer in|tik in|gebruik asseblief`,
    with: `met|deur`,
    link: `is|jou|u|die|vir|van|hierdie|by|om|te|in|n|asseblief|nuwe`,
    copula: `is|is:`,
    share: `deel|moenie|nooit|niemand`,
    doubt: `nie jy nie|was dit nie jy|nie versoek|ignoreer`,
    valid: `geldig|verval|minute`,
    stale: `het verval|is nie meer geldig|is ongeldig|verval het`,
    old: `ou|vorige`,
    id: `bestelling|bestelnommer|kliëntnommer|rekening|rekeningnommer|verwysing|verwysingsnommer|faktuur|pakkie|bespreking|kaart
      |poskode|eindig op|bestel*|kliënt*|saaknommer|kaartnommer`,
    phone: `bel|skakel|antwoord|stuur`,
    promo: `afslag|koopbewys|gratis|wen|nooi|vriende|afslag*|koopbewys*|geskenk*|lening`,
    notice: `afgelewer|gestuur|saldo|betaling van`,
    done: `goedgekeur|betaal|ontvang|betaling ontvang|suksesvol`,
    unit: `minute|minuut|ure|uur|dae|dag`,
    money: `rand`,
    month: `januarie|februarie|maart|mei|junie|julie|augustus|oktober|desember`,
  },
  {
    language: "lb",
    code: `code|*code|passwuert|kennwuert|pin`,
    verify: `bestäteg*|verifiz*|aloggen|anzemellen|umell*|aktivéier*|sécherheet*|registréier*|authentifi*|identifi*|loggt|loggen
      |umelle*|registréiert
      |erhuel*|restauréier*`,
    enter: `gitt|gëff|gidd|benotzt|tippt|aginn`,
    with: `mat`,
    link: `däi|däin|ären|äre|de|den|d'|fir|vun|bei|iech|dech|an|op|är|dës*`,
    copula: `ass|sinn|ass:`,
    share: `deelt|kengem|ni|net weider`,
    valid: `gëlteg|minutten|gülteg`,
    stale: `ass ofgelaf`,
    id: `bestellung*|client*|rechnung*|kont*|kaart*`,
    promo: `rabatt*|gratis|remise`,
    unit: `minutten|stonnen|deeg`,
  },
  {
    language: "fy",
    otp: `ferifikaasjekoade|befêstigingskoade|befeiligingskoade|tagongskoade|ienmalige koade|autentikaasjekoade|oanmeldkoade`,
    code: `koade|koades|*koade|wachtwurd|pinkoade`,
    verify: `ferif*|befêst*|befeilig*|autentikaasje*|autentisearring|oanmeld*|yn te loggen|ynlogge|ynlog*|aktivear*|registr*|tagong*
      |meld oan|registrearje|oan te melden
      |werstel*`,
    enter: `brûk|fier|typ|fol yn|fier yn`,
    with: `mei`,
    link: `jo|jins|dyn|de|it|foar|fan|by|om|dizze|op`,
    copula: `is`,
    share: `diel|nimmen|nea|net`,
    valid: `jildich|ferrint|minuten`,
    id: `bestelling|klant*|rekken*`,
    promo: `koarting
      |koarting*|*koartingskoade`,
    unit: `minuten|oeren|dagen`,
  },
  {
    language: "li",
    code: `kood|kode|*kood`,
    verify: `verificatie|bevestiging`,
    link: `dien|eur|veur|van`,
    copula: `is`,
  },
  {
    language: "nds",
    code: `kood|*kood|passwoort`,
    verify: `bestätig*|anmell*`,
    with: `mit`,
    link: `dien|jo|för|vun|de`,
    copula: `is`,
  },
  {
    language: "pdc",
    code: `code`,
    copula: `is`,
  },
];
