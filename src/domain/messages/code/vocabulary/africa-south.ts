/** Languages of the south of Africa. */
import type { Lexicon } from "../lexicon.ts";

export const AFRICA_SOUTH: readonly Lexicon[] = [
  {
    language: "zu",
    otp: `ikhodi yokuqinisekisa|ikhodi yakho yokuqinisekisa|iphasiwedi yesikhathi esisodwa|ikhodi yokuphepha|i-otp yakho
      |ikhodi yokuphephela|ikhodi yokungena|ikhodi yesikhathi esisodwa|iphasiwedi yesikhashana|i-pin yesikhathi esisodwa
      |inombolo yokuqinisekisa|ikhodi yokufakazela|ikhodi yakho yokungena|ikhodi yakho yokuphepha|ikhodi yokwenza kusebenze`,
    code: `ikhodi|iphasiwedi|ikhowudi|ikhod*|khodi|amakhodi|iphasiwedi yakho|iphinikhodi|i-pin|ikhodi*
      |yikhodi*|le khodi`,
    verify: `qinisek*|yokuqinisek*|ukuqinisek*|uqinisek*|ngena|ungena|ungene|ukungena|ukuphepha|bhalisa|ukubhalisa|i-akhawunti
      |akhawunti
      |yokubuyisela|ukubuyisela|yokutakula`,
    enter: `faka|sebenzisa|thayipha|bhala|ngenisa`,
    with: `nge|ngo|ngokusebenzisa|nga|nge-|usebenzisa`,
    link: `yakho|ngu|wakho|ye|ku|kanye|yokuthi|ukuze|ye-|ku-|e-|lakho|le`,
    copula: `ngu|ithi|yi|ngu-|yi-|ithi:|uthi`,
    share: `ungabelani|noma ubani|ungayinikezi|muntu|ungatsheli|nomuntu|nanoma ubani`,
    valid: `iphelelwa|imizuzu`,
    stale: `iphelelwe|iphelelwe isikhathi|ayisasebenzi`,
    id: `i-oda|inombolo ye-oda|ye-oda|ikhasimende|ikhadi`,
    promo: `isaphulelo|mahhala|umngane|abangani|umklomelo
      |yesaphulelo|lesaphulelo|saphulelo`,
    unit: `imizuzu|amahora|izinsuku`,
  },
  {
    language: "xh",
    otp: `ikhowudi yokuqinisekisa|ikhowudi yakho yokuqinisekisa|ikhowudi yokungqina|ikhowudi yokhuseleko|ikhowudi yokungena
      |ikhowudi yexesha elinye`,
    code: `ikhod*|ikhowud*|khowudi|ikhowudi|iphasiwedi|ipaswedi|igama lokugqitha|ipin
      |yikhowudi*|le khowudi`,
    verify: `qinisek*|yokuqinisek*|ukuqinisek*|ngqin*|ungqino|ngena|ungene|ukungena|khuseleko|bhalis*|iakhawunti
      |yokubuyisela|ukubuyisela`,
    enter: `faka|ngenisa|sebenzisa|bhala`,
    with: `nge|nga|usebenzisa`,
    promo: `isaphulelo|yesaphulelo`,
    link: `yakho|ye|yo|ku|kwi|ukuze|le`,
    copula: `ngu|yi|ithi|ngu-`,
    share: `musa ukwabelana|musa|nabani na|mntu|ungabelani`,
    unit: `imizuzu|iiyure|iintsuku`,
  },
  {
    language: "nr",
    code: `ikhowudi|ikhodi`,
    verify: `qinisek*`,
    link: `yakho`,
    copula: `ngu`,
  },
  {
    language: "ss",
    code: `ikhodi|likhodi`,
    verify: `cinisek*|yekucinisek*`,
    link: `yakho`,
    copula: `ngu|yi`,
  },
  {
    language: "st",
    otp: `khoutu ya netefatso|khoutu ea netefatso|khoutu ya hau|khoutu ya tiisetso|nomoro ya netefatso|khoutu ya tshireletso
      |khoutu ya ho kena|nomoro ya lekunutu`,
    code: `khoutu*|khouto|khoutu ya|phasewete|nomoro ya lekunutu|nomoro ea lekunutu|khoute`,
    verify: `netefats*|netefal*|tiisets*|tiis*|tshireletso|polokeho|kena|ho kena|ngodis*|akhaonto|ingodis*|ho ngodisa
      |khutlisa|ho khutlisa|tlhophiso`,
    enter: `kenya|sebedisa|sebelisa|ngola|tlanya`,
    with: `ka|o sebedisa`,
    link: `ya|ya hau|ea|hau|ho|ea hau|bakeng sa|e|wa|ho ya`,
    copula: `ke|ke:`,
    share: `o se arolelane|se arolelane|mang kapa mang|motho`,
    stale: `e felletswe|felletswe ke nako`,
    id: `odara|nomoro ya odara`,
    promo: `theolelo|mahala|motswalle
      |ya theolelo`,
    unit: `metsotso|dihora|matsatsi`,
  },
  {
    language: "nso",
    otp: `khoutu ya netefatšo|khoutu ya gago|nomoro ya netefatšo|khoutu ya tšhireletšo`,
    code: `khoutu*|phasewete|nomoro ya sephiri`,
    verify: `netefat*|tiišet*|tsena|tšhireletšo|ngwadiš*`,
    enter: `tsenya|šomiša`,
    with: `ka`,
    link: `ya|ya gago|gago|wa|go`,
    copula: `ke`,
    share: `o se abelane|motho`,
    unit: `metsotso|diiri`,
  },
  {
    language: "tn",
    otp: `khoutu ya netefatso|khoutu ya gago|nomoro ya netefatso|khoutu ya tshireletso|khoutu ya tlhomamiso`,
    code: `khoutu*|phasewete|nomoro ya sephiri|nomoro
      |khunololamoraba|khunololamo*`,
    verify: `netefats*|tlhomamis*|tiisets*|tsena|tshireletso|kwadis*
      |pusetso|netefatso`,
    enter: `tsenya|dirisa|kwala`,
    with: `ka`,
    link: `ya|ya gago|gago|wa|go|mo`,
    copula: `ke`,
    share: `o se arogane|motho`,
    unit: `metsotso|diura`,
  },
  {
    language: "ts",
    otp: `khodi ya tiyisiso|khodi ya wena|khodi yo tiyisisa|khodi ya ntiyisiso`,
    code: `khodi*|phasiwedi|nomboro ya xihundla`,
    verify: `tiyisis*|ntiyisiso|nghena|vuhlayiseki|tsarisa`,
    enter: `nghenisa|tirhisa`,
    with: `hi`,
    link: `ya wena|ya|yo|ku|eka`,
    copula: `i|hi`,
    share: `u nga avelani|munhu`,
  },
  {
    language: "ve",
    code: `khoudu*|phasiwede`,
    verify: `khwaṱhisedz*|khwathisedz*|dzhena`,
    link: `yaṋu|yau|ya`,
    copula: `ndi`,
  },
  {
    language: "bem",
    code: `kode|namba ya nkama`,
    link: `yenu|ya`,
    copula: `ni`,
  },
  {
    language: "loz",
    code: `khodi|nombolo`,
    link: `ya mina`,
    copula: `ki`,
  },
];
