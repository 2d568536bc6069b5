/** French, Italian, Romanian and their relatives. */
import type { Lexicon } from "../lexicon.ts";

export const ROMANCE: readonly Lexicon[] = [
  {
    language: "fr",
    otp: `code de verification|code de validation|code de sécurité|code de confirmation|code d'activation|code d'authentification
      |code d'identification|code de connexion|code d'accès|code à usage unique|code unique|code temporaire|code secret
      |code sms|code de réinitialisation|code de vérif*|code provisoire|mot de passe à usage unique|mot de passe temporaire
      |mot de passe unique|code confidentiel|mot de passe provisoire|code otp|clé de vérification|code verification
      |code vérification|code activation|code confirmation|code sécurité|code connexion|code d'inscription
      |code d'enregistrement|code d'entrée|code de contrôle|code de double|code à 6 chiffres|code à 4 chiffres
      |code de déverrouillage|code dynamique|code de signature|code de paiement|code 3d|code 3-d|numéro de validation
      |code personnel|code de transaction|code de récupération|identifiant unique|numéro de vérification`,
    approval: `code d'autorisation|code autorisation|numéro d'autorisation|n° autorisation|n° d'autorisation|n°autorisation`,
    code: `code|codes|mot de passe|clé|clef`,
    verify: `vérifi*|confirm*|valid*|activ*|authentifi*|autoris*|connexion|connect*|connecter|inscription|inscrire|sécurité|accès
      |identifi*|réinitialis*|numéro de téléphone|usage unique|compte|confirmation|vérification|validation|activation
      |connectez*|connexion*|identité|inscription*|inscrivez*|enregistr*|s'identifier|accéder|poursuivre|continuer|finaliser
      |réinitialisation|débloquer|authentification`,
    enter: `entrez|saisir|saisissez|saisie|utilisez|utiliser|renseigner|introduisez|tapez|indiquez|composez|rentrez|saisissez le
      |entrer|entrez le|renseignez|insérez|insérer|indiquer|utilisez le|taper`,
    with: `avec|avec le code|à l'aide de|à l'aide du code|en utilisant|via le code|au moyen de|grâce au code`,
    fetch: `retirez|retirer votre|retrait|casier|consigne|point relais|relais colis|récupérez|récupérer votre|à récupérer|en point de retrait`,
    link: `est|votre|vos|ton|le|la|de|du|d'|pour|sur|suivant|ce|voici|à|le suivant|et|un|une|c'est|via|nouveau|nouvel|nouvelle|l'`,
    copula: `est|est le|est :|sera|c'est|voici|: est`,
    share: `partage*|communiqu*|divulgu*|donnez|ne le|jamais|ne partagez|personne|transmett*|révél*|confidentiel|fraude`,
    doubt: `pas vous|n'étiez pas|n'êtes pas à l'origine|pas à l'origine|si ce n'est pas vous|n'avez pas demandé|pas demandé|ignorez`,
    valid: `valable|valide|expire*|minutes|validité`,
    stale: `a expiré|est expiré|n'est plus valable|n'est plus valide|n'est pas valide|est incorrect|est erroné|est invalide
      |a été utilisé|déjà utilisé|périmé|est périmée`,
    old: `ancien|ancienne|précédent|expiré|dernier`,
    id: `réf|référence|commande|n° de commande|numéro de commande|dossier|facture|client|numéro client|numéro de client|colis
      |suivi|numéro de suivi|réservation|code de réservation|code postal|carte|compte n°|transaction|contrat|numéro de dossier
      |se terminant par|finissant par|abonné|code barre|code qr|code de retrait|point relais|code produit|code article
      |code client|code banque|code guichet|code agence|code secret carte|code parrainage|code de suivi|code colis
      |code de référence|n° de dossier|numéro de ticket|numéro de réservation|numéro de billet|n° client|n° commande
      |référence client|code imb|siret|siren|numéro d'ordre|sinistre|numéro de sinistre|rdv n|casier|consigne|code d'ouverture
      |code de la porte|portail|digicode|plaque|immatriculation|matricule|numéro de compte|n° de compte|produit|article|pièce
      |porte|code wifi|réclamation|demande n|numéro de demande|reçu|bordereau|chèque|abonnement|quittance|titre`,
    phone: `appelez|appeler|contactez|contacter|téléphone|tél|joindre|envoyez|au numéro|service client|stop au|stop par sms`,
    promo: `promo*|remise|réduction*|rabais|soldes|offre|offres|offert*|cadeau*|gagn*|bon d'achat|chèque cadeau|parrain*|code promo
      |code avantage|profitez|gratuit*|livraison offerte|jeu concours|cashback|parrainez|parrainage|code parrain|filleul*
      |vos amis|vos proches|un ami|une amie|gagnez|code cadeau|carte cadeau|code réduction|bon de réduction|-20%|sur tout
      |livraison gratuite|remboursé|crédit conso|prêt|pronostic*|pari|paris|cote`,
    notice: `débité|crédité|solde|virement|prélèvement|retrait|livré|livraison|expédié|payé|paiement de|rendez-vous|rdv|facturé
      |échéance|votre commande|est prête|est arrivé|est disponible|a été livré|a été expédié|consommation|forfait`,
    done: `accepté|acceptée|approuvé|approuvée|effectué|effectuée|a été débité|a été crédité|paiement reçu|avez payé|avez reçu
      |avez dépensé|transaction réussie|validé avec succès|payé|réglé|encaissé|remboursé|viré|transféré|envoyé|versé
      |a été effectué`,
    unit: `mn|heure|heures|jour|jours|mois|semaine|semaines|ans|an|secondes|chiffres|mo|go|fois|personnes|h|min|sec|s`,
    money: `euro|euros|eur|fcfa|cfa|f cfa|dirhams|dhs|dh|€|f.cfa|gnf|mga|xaf|xof|htg|gourdes|chf|mad`,
    month: `janv|janvier|févr|février|mars|avril|mai|juin|juil|juillet|août|septembre|octobre|novembre|décembre|lundi|mardi
      |mercredi|jeudi|vendredi|samedi|dimanche`,
  },
  {
    language: "it",
    otp: `codice di verifica|codice di sicurezza|codice di conferma|codice di attivazione|codice di autenticazione
      |codice di accesso|codice monouso|codice temporaneo|codice otp|codice sms|codice usa e getta|password temporanea
      |password monouso|codice dinamico|codice segreto|codice univoco|codice di convalida|codice di registrazione
      |codice di login|password usa e getta|codice dispositivo|pin di verifica|codice verifica|codice di controllo
      |codice di identificazione|codice di recupero|codice di sblocco|codice di ripristino|codice per accedere
      |codice per confermare|codice di firma|codice autorizzativo|codice pin|pin temporaneo|pin di accesso
      |parola chiave temporanea|password dinamica|numero di verifica|codice a 6 cifre|codice di associazione
      |codice di iscrizione|codice numerico|token sms|codice token`,
    approval: `codice di autorizzazione|codice autorizzazione|cod. autorizzazione|numero autorizzazione|num. aut.`,
    code: `codice|codici|cod|password|pin|chiave|parola d'ordine|parola chiave`,
    verify: `verific*|conferm*|attiv*|autentic*|autorizz*|sicurezza|access*|registr*|login|convalid*|monouso|ripristin*|reimpost*
      |recuper*|identità|usa e getta|verifica|conferma|attivazione|accedi|accedere|accesso|iscri*|identific*|sblocc*|continua*
      |completare|proseguire|effettuare il login|reimpostare|cambiare la password|associare|nuovo dispositivo|registrazione`,
    enter: `inserisci|inserire|inserisca|usa|utilizza|utilizzare|digita|digitare|immetti|inserendo|usare|inseriscilo|digiti
      |introduci|scrivi|utilizzi|usi|immettere`,
    with: `con|con il codice|usando|utilizzando|tramite|inserendo|mediante`,
    fetch: `ritira|ritirare|ritiro|locker|armadietto|punto di ritiro|punto pickup`,
    link: `è|e'|il|tuo|suo|la|di|per|del|questo|seguente|con|il seguente|ecco|sul|su|vostro|nuovo|nuova`,
    copula: `è|è il|è:|e'|sono|ecco|sarà`,
    share: `condivid*|comunic*|mai|nessuno|non lo|divulg*|rivel*|inoltr*|truff*|frode`,
    doubt: `non sei stato tu|non sei tu|se non sei stato|non hai richiesto|non hai effettuato|non riconosci|ignora`,
    valid: `valid*|scade|scadenza|minuti`,
    stale: `è scaduto|e' scaduto|scaduto|scaduta|non è più valid*|non è valid*|è errato|è sbagliato|è già stato|già utilizzato`,
    old: `vecchio|precedente|ultimo|scaduto`,
    id: `rif|riferimento|ordine|numero ordine|cliente|codice cliente|fattura|prenotazione|codice prenotazione|spedizione
      |tracking|pacco|carta|conto n|pratica|transazione|codice fiscale|cap|iban|codice a barre|contratto|polizza|termina con
      |utenza|ritiro|codice prodotto|codice articolo|codice ordine|codice di tracciamento|codice spedizione|codice postale
      |codice di avviamento|codice filiale|codice sconto|codice di ritiro|codice ritiro|codice negozio|codice contratto
      |codice utente|codice pratica|numero cliente|numero pratica|numero di ordine|prodotto|articolo|targa|matricola|lotto
      |serie|modello|ricevuta|biglietto|posto|volo|camera|porta|cancello|armadietto|sinistro|segnalazione|ticket|matr.|pod|pdr
      |avviso n|bollettino|negozio`,
    phone: `chiama|chiami|chiamare|contatta|contatti|telefono|tel|numero verde|invia|rispondi|assistenza|invia stop|scrivi al|manda
      |chiamaci`,
    promo: `promo*|sconto|sconti|buono|buoni|coupon|offerta|offerte|regalo|vinci|vinto|premio|premi|gratis|omaggio|saldi|approfitta
      |concorso|estrazione|ricarica|invita|un amico|i tuoi amici|amici|guadagna|codice amico|codice promozionale|codice promo
      |carta regalo|buono regalo|spedizione gratuita|scommess*|prestito|finanziamento|quota|bonus`,
    notice: `addebit*|accredit*|saldo|prelievo|bonifico|consegn*|spedito|appuntamento|scadenza|addebito|è in consegna
      |è stato consegnato|è stato spedito|il tuo ordine|è pronto|è arrivato`,
    done: `autorizzato|autorizzata|approvat*|effettuat*|eseguit*|ricevut*|hai pagato|hai speso|hai ricevuto|addebitat*|accreditat*
      |andato a buon fine|completat*|rimbors*|negat*|rifiutat*|trasferit*|inviat*|bonificat*`,
    unit: `minuto|minuti|ora|ore|giorno|giorni|mese|mesi|anno|anni|settimana|secondi|cifre|punti|volte|giga`,
    money: `euro`,
    month: `gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|gen|mag|giu|lug|ago|set|ott|dic|lunedì
      |martedì|mercoledì|giovedì|venerdì|sabato|domenica|oggi|domani`,
  },
  {
    language: "ro",
    otp: `cod de verificare|codul de verificare|cod de confirmare|codul de confirmare|cod de securitate|codul de securitate
      |cod de activare|codul de activare|cod de autentificare|codul de autentificare|cod de autorizare|codul de autorizare
      |cod de acces|codul de acces|cod unic|codul unic|parola unică|parolă unică|parola de unică|cod de unică folosință
      |parolă temporară|cod temporar|cod de validare|codul sms|cod sms|cod de înregistrare|cod otp|codul otp|cod de recuperare
      |cod de conectare|codul de conectare|cod pentru autentificare|cod pentru confirmare|cod de identificare|cod de resetare
      |cod pin|parola temporară|parolă de unică|parola sms|cod de siguranță|codul de siguranță|cod de unica folosinta`,
    approval: `cod de autorizare tranzacție|cod autorizare|număr de autorizare|codul autorizării`,
    code: `cod|codul|codului|parola|parolă|cheie|cheia`,
    verify: `verific*|confirm*|securit*|activ*|autentific*|autoriz*|acces*|conect*|înregistr*|valid*|unică|verificare|confirmare
      |autentificare|activare|logare|loga*|contul*|continua*|resetare|identitat*|finaliza*|conectare|conectează*
      |recuper*|restaur*`,
    enter: `introduceți|introdu|introduceti|folosiți|folosește|folositi|utilizați|utilizati|introdu codul|folosește codul|tastează
      |tastați|foloseste|completează|scrie`,
    with: `cu|cu codul|folosind|utilizând|prin|cu ajutorul`,
    fetch: `ridicați|ridica|ridicare|sertar*|locker*|easybox`,
    link: `este|e|tău|dvs|dumneavoastră|pentru|la|acest|al|pe|în|tau|dvs.|dumneavoastra|din|și|cu|ta|nou|noul|nouă`,
    copula: `este|e|sunt|va fi|este:`,
    share: `nu împărtăș*|nu divulg*|nimănui|nimanui|nu îl|niciodată|fraud*|nu comunic*|nu distribui|nu spune|nu dezvălui|nu-l|nu il
      |altora`,
    doubt: `nu ai solicitat|nu ați solicitat|dacă nu ai|daca nu ati|nu ai fost tu|nu recunoști|ignoră`,
    valid: `valabil*|expiră|expira|minute`,
    stale: `a expirat|nu mai este valabil*|nu mai este valid*|nu este valid*|este greșit|este incorect|a fost folosit|expirat`,
    old: `vechi|vechiul|anterior|precedent|ultimul`,
    id: `comand*|client*|colet*|awb|factur*|rezervar*|cont|card|cardul|contract*|bon|cod produs|codul produsului|cod client
      |cod poștal|cod comandă|codul comenzii|număr comandă|număr de comandă|nr. comandă|cod de urmărire|cod fiscal|cui|cnp
      |cod rezervare|cod ridicare|cod de ridicare|bilet|număr client|dosar|produs|lot|serie|model|talon|programare|easybox
      |nr. înmatriculare|zbor|loc`,
    phone: `sunați|sunati|apelați|apelati|tel|telefon|trimite|contactați`,
    promo: `reducer*|promo*|ofert*|cadou*|câștig*|castig*|premi*|gratuit*|voucher*|credit|tombol*|invită|un prieten|prietenii
      |cod de reducere|cod promoțional|cod reducere|card cadou|pariu*|pariaz*|împrumut|credit rapid|% reducere|cumpără
      |cod de recomandare|codul de recomandare|codul tău de recomandare|recomandare|invitați*`,
    notice: `sold|plata|plată|transfer*|retragere|livr*|încasat|debitat|a fost expediată|a fost livrat*|a ajuns|comanda ta
      |te așteaptă|programarea`,
    done: `aprobat*|efectuat*|a fost plătit|plătit|ai plătit|ai primit|încasat|reușit*|achitat|debitat|creditat|respins*
      |transferat*|virat*`,
    unit: `minute|minut|ore|oră|zile|zi|săptămân*|luni|secunde|cifre|puncte`,
    money: `lei|ron|leu`,
  },
  {
    language: "oc",
    code: `còdi|còdis|senhal|clau`,
    verify: `verific*|confirm*|autentific*|activacion|connex*|inscripcion|identificacion|seguretat|acces*
      |recuper*`,
    enter: `picatz|dintratz|utilizatz|sasissètz`,
    with: `amb`,
    link: `vòstre|vòstra|ton|lo|la|de|d'|del|per|a`,
    copula: `es|son`,
    share: `partegetz|partagez|jamai|degun`,
    old: `ancian|precedent`,
    id: `comanda|client|produch`,
    promo: `reduccion|còdi promocional|convidatz|amics`,
    unit: `minutas|oras`,
  },
  {
    language: "co",
    code: `codice|codici|parolla d'intesa|parolla d'entrata`,
    verify: `verific*|cunferm*|autentific*|cunness*|attiv*|sicurità|accessu`,
    enter: `entrite|scrivite|aduprate|aduprà`,
    with: `cù|cun`,
    link: `u|a|vostru|to|di|per|u to|u vostru`,
    copula: `hè|sò|ghjè`,
    share: `ùn spartite|nimu`,
    id: `cumanda|cliente`,
    promo: `riduzzione|scontu`,
  },
  {
    language: "sc",
    code: `còdighe|còdigu|codighe|còdighes|crae|password`,
    verify: `verìfica|verìficat*|verific*|autenticatz*|cunfirm*|intrada|identificatz*|seguresa|ativatz*|atzess*`,
    enter: `pone|inserta|imprea|iscrie`,
    with: `cun`,
    link: `su|sa|de|tuo|tua|bostru|pro|in|a`,
    copula: `est|sunt`,
    share: `nemos|non lu`,
    id: `òrdine|cliente|prenotatzione`,
    promo: `iscontu|promotzione`,
  },
  {
    language: "fur",
    code: `codiç|peraule clâf`,
    verify: `verific*|conferm*|autentic*
      |ripristin*`,
    link: `il|la|di|par|to`,
    copula: `al è|e je`,
  },
  {
    language: "rm",
    code: `code|codes|pled-clav|pled clav`,
    verify: `verific*|conferm*|autentific*|identific*|access|annunzia*|activaziun|segirezza
      |annunziar|s'annunziar|confermar|registrar*`,
    enter: `endatai|utilisai
      |duvrai|dovrai|scrivai`,
    with: `cun`,
    link: `voss|tes|il|la|da|per|a`,
    copula: `è|èn`,
    share: `nagin*|mai`,
  },
  {
    language: "vec",
    code: `codexe|còdaxe`,
    verify: `verifica|conferma`,
    link: `el|la|de|to|par`,
    copula: `el xe|xe`,
  },
  {
    language: "scn",
    code: `còdici|chiavi`,
    verify: `virìfica|cunferma`,
    link: `lu|la|di|to|pi`,
    copula: `è`,
  },
  {
    language: "lmo",
    code: `codes|codiç`,
    verify: `verifica|conferma`,
    copula: `l'è`,
  },
  {
    language: "wa",
    code: `côde`,
    verify: `verif*`,
    copula: `est`,
  },
];
