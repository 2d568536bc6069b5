/** Basque, the Celtic languages, Maltese, and constructed languages. */
import type { Lexicon } from "../lexicon.ts";

export const WESTERN_ISLANDS: readonly Lexicon[] = [
  {
    language: "ia",
    code: `codice|contrasigno`,
    verify: `verific*|confirm*|authentic*`,
    link: `vostre|tu|le|de|pro`,
    copula: `es`,
  },
  {
    language: "la",
    code: `codex|codicem|tessera|tesseram|codicis`,
    verify: `verific*|confirm*|probation*|inscription*`,
    enter: `inscribe|utere`,
    link: `tuus|tua|vester|pro|ad`,
    copula: `est`,
  },
  {
    language: "eu",
    otp: `egiaztapen-kodea|egiaztatze-kodea|egiaztapen kodea|segurtasun-kodea|segurtasun kodea|behin-behineko pasahitza
      |aktibazio kodea|egiaztapen-zenbakia|berrespen-kodea|berrespen kodea|autentifikazio-kodea|autentifikazio kodea
      |aktibazio-kodea|saioa hasteko kodea|behin erabiltzeko|behin-behineko kodea|sarbide-kodea|sarbide kodea
      |identifikazio-kodea|erabilera bakarreko`,
    code: `kodea|pasahitza|gakoa|kode|kodeak|kodearekin|pasahitz*|gako*|pina`,
    verify: `egiazta*|berrest*|segurtasun|aktiba*|egiaztatze*|egiaztatu|berresp*|berretsi|saioa hasi|saioa hasteko|autentifika*
      |autentikazio*|aktibatu|aktibazio*|identifika*|erregistra*|jarraitze*|sartzeko|nortasun*|hasi saioa|saioa
      |berreskura*`,
    enter: `sartu|erabili|idatzi|txertatu`,
    with: `erabiliz|kodearekin|bidez`,
    fetch: `jaso zure|kutxatila`,
    link: `da|zure|hau da|honako|hau|honetan|en|n|rako|mesedez`,
    copula: `da|da:|dira|hau da`,
    share: `partekatu|inori|ez partekatu|inorekin`,
    stale: `iraungi da|ez da baliozkoa|iraungita`,
    old: `zaharra|aurreko`,
    id: `eskaera*|bezero*|txartel*|kontu*|posta-kode*|posta kode*|erreserba*|faktura*|produktu*|pakete*`,
    promo: `deskontu*|deskontu-kode*|gonbidatu|lagun*|opari*|doan|saria|eskaintza`,
    notice: `saldoa|bidalita|entregatuta`,
    done: `onartua|ordainduta|jaso da`,
    unit: `minutu*|ordu*|egun*`,
  },
  {
    language: "ga",
    otp: `cód fíoraithe|chód fíoraithe|chód slándála|cód dearbhaithe|cód slándála|pasfhocal aon uaire|cód deimhnithe
      |chód deimhnithe|cód fíordheimhnithe|chód fíordheimhnithe|cód rochtana|chód rochtana|cód gníomhachtaithe
      |focal faire aonuaire|pasfhocal aonuaire|cód aonuaire`,
    code: `cód|chód|pasfhocal|gcód|cóid|focal faire|phasfhocal|bpasfhocal`,
    verify: `fíor*|fhíor*|deimhn*|dheimhn*|dearbh*|slándál*|logáil isteach|síniú isteach|síniú|clárú*|gníomhacht*|aitheantas
      |athshlán*|fhíorú|a fhíorú|fíorú`,
    enter: `cuir isteach|iontráil|úsáid|clóscríobh`,
    with: `le|leis|ag baint úsáide as`,
    link: `is é|do|seo|bhur|don|an|ar|chun|i`,
    copula: `is é|is|é|sé|seo é|seo`,
    share: `ná roinn|aon duine|éinne`,
    stale: `imithe in éag|as feidhm`,
    old: `sean|seanchód`,
    id: `ordú|uimhir ordaithe|ordaithe|custaiméara|cárta|cuntas|uimhir thagartha|poist`,
    promo: `lascaine|saor in aisce|cara|dearbhán
      |cód cuiridh|cuireadh chuig|cuireadh do chara`,
    unit: `nóiméad|uair|lá`,
  },
  {
    language: "gd",
    code: `còd|chòd|facal-faire|fhacal-fhaire`,
    verify: `dearbh*|dhearbh*|logadh a-steach|log a-steach|clàr*|clàraich|tèarainte*
      |aisig|ath-nuadhachadh|dearbhadh|clàradh`,
    enter: `cuir a-steach|cleachd|sgrìobh`,
    with: `le|leis`,
    link: `agad|an|do|airson|seo|ur|agaibh
      |is|gus`,
    copula: `'s e|is e|seo`,
    share: `na co-roinn|duine`,
    id: `òrdugh|cunntas`,
  },
  {
    language: "gv",
    code: `coad|fockle yn arrey`,
    verify: `feeraghey`,
    link: `dty|yn|son`,
    copula: `she`,
  },
  {
    language: "cy",
    otp: `cod dilysu|cod gwirio|cod cadarnhau|cod diogelwch|cod mynediad|cod actifadu|cod unwaith|cod un-tro|cod untro
      |cyfrinair untro|cod diogelu|rhif dilysu|cod adnabod`,
    code: `cod|cyfrinair|côd|chod|god|gyfrinair`,
    verify: `dilys*|ddilys*|cadarn*|gadarn*|gwirio|wirio|diogelwch|mewngofnod*|fewngofnod*|arwyddo i mewn|cofrestr*|gofrestr*|actif*
      |adnabod|mynediad
      |adfer`,
    enter: `rhowch|nodwch|defnyddiwch|teipiwch|mewnbynnwch`,
    with: `gyda|â|trwy ddefnyddio|drwy`,
    link: `yw|eich|dy|ar gyfer|ar|gyfer|i|y|yr|hwn|chi`,
    copula: `yw|ydy|dyma`,
    share: `peidiwch|rhannu|â neb|neb`,
    stale: `wedi dod i ben|nid yw`,
    old: `hen|blaenorol`,
    id: `archeb|rhif archeb|cwsmer|cerdyn|cyfrif|cyfeirnod|anfoneb|post`,
    promo: `disgownt|am ddim|ffrind*|gwahodd*|ennill|taleb`,
    unit: `munud|awr|diwrnod`,
  },
  {
    language: "br",
    code: `kod|ger-tremen|c'hod
      |ker-tremen|c'her-tremen`,
    verify: `gwiri*|kadarn*|enskriv*|kevreañ|gwiriañ
      |assav|adkavout`,
    enter: `implijit|ebarzhit`,
    with: `gant`,
    link: `ho|da|evit|ar|an`,
    copula: `eo|zo`,
    share: `gant den|na rannit`,
  },
  {
    language: "kw",
    code: `kod|ger-tremena`,
    verify: `afydhya`,
    copula: `yw`,
  },
  {
    language: "mt",
    otp: `kodiċi ta' verifika|kodiċi ta' konferma|kodiċi ta' sigurtà|kodiċi ta' aċċess|kodiċi tal-verifika|kodiċi ta' darba
      |password ta' darba|kodiċi ta' attivazzjoni|kodiċi ta' awtentikazzjoni|kodiċi ta' login`,
    code: `kodiċi|kodici|il-kodiċi|password|pin`,
    verify: `verifik*|ivverifik*|konferm*|ikkonferma*|sigurt*|aċċess*|tidħol|dħul|attiv*|awtentik*|identit*|reġistr*|irreġistra
      |tirreġistra|idħol|login`,
    enter: `daħħal|uża|ikteb`,
    with: `b'|bil-|permezz ta'|billi|b`,
    link: `tiegħek|għal|ta'|tal|tal-|il-|l-|dan|biex|fuq`,
    copula: `huwa|hu|hija`,
    share: `taqsmu|taqsamx|ħadd|lil ħadd`,
    stale: `skada|m'għadux validu`,
    id: `ordni|tal-ordni|numru tal-ordni|klijent|kont|karta|fattura|pakkett`,
    promo: `skont|b'xejn|ħbieb|stieden|rigal|tirbaħ`,
    unit: `minuti|minuta|siegħa|sigħat|jiem`,
  },
  {
    language: "eo",
    code: `kodo|kodon|*kodo|*kodon|pasvorto|pasvorton|pasfrazo
      |kontrolnumero*|konfirmnumero*|pasvort*|ŝlosil*`,
    verify: `konfirm*|kontrol*|aŭtentig*|ensalut*|aliĝ*|registr*|aktivig*|sekur*|identig*
      |restarig*`,
    enter: `enigu|uzu|tajpu`,
    with: `per|kun|uzante`,
    link: `via|vian|por|la|de|al|ĉe|jen|ĉi tiu`,
    copula: `estas`,
    share: `ne dividu|neniu|al neniu`,
    stale: `eksvalidiĝis`,
    id: `mendo|mendnumero|kliento`,
    promo: `rabato|donaco`,
    unit: `minutoj|horoj`,
  },
];
