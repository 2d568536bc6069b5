/** Languages of the Pacific and of native America, and the creoles. */
import type { Lexicon } from "../lexicon.ts";

export const PACIFIC_AMERICAS: readonly Lexicon[] = [
  {
    language: "mi",
    otp: `waehere manatoko|waehere whakaū|waehere motuhēhē*|waehere haumaru|waehere whakamana|waehere kotahi|waehere whakauru
      |kupuhipa kotahi`,
    code: `waehere|waehere motuhēhē*|kupuhipa|kupu huna|kupu whakauru|whārite|nama`,
    verify: `manatoko*|whakaū*|motuhēhē*|motuhehe*|haumaru|takiuru|whakamana|whakauru|rēhita*
      |whakaora|whakahoki`,
    enter: `tāuruhia|whakauruhia|whakamahia|tuhia|pato`,
    with: `mā te|me te|ki te`,
    link: `tō|tōu|te|mō|ki|hei|o|a|i`,
    copula: `ko|ko tēnei|ko te`,
    share: `kaua e|tiri|tangata|ki tētahi`,
    valid: `meneti`,
    unit: `meneti|haora|rā`,
  },
  {
    language: "sm",
    code: `kode|code|numera|upu faʻamaonia|upu fa'alilolilo|upu lilo
      |upu faataga|upu fa'ataga|fa'ailoga`,
    verify: `faʻamaon*|fa'amaon*|faamaon*|saini|ulufale|resitala`,
    enter: `faʻaaoga|fa'aaoga|tuuina`,
    link: `lau|mo|le|i`,
    copula: `o le|o`,
  },
  {
    language: "to",
    code: `kouti|fika|code`,
    verify: `fakamo'oni*|fakapapau*`,
    link: `ho'o|ki he`,
    copula: `ko`,
  },
  {
    language: "haw",
    code: `helu|pāʻālua|paʻālua|kuhi|kōka|helu hōʻoia|kuki
      |ʻōlelo hūnā|olelo huna|huaʻōlelo huna`,
    verify: `hōʻoia*|hooia*|ʻeʻe|kau inoa|hoʻopaʻa`,
    link: `kāu|no|ka|ke|kou`,
    copula: `ʻo|o`,
  },
  {
    language: "fj",
    code: `code|naba`,
    verify: `vakadeitak*`,
    link: `nomu|ni`,
    copula: `na`,
  },
  {
    language: "ty",
    code: `numera`,
    verify: `haapapū`,
    link: `ta oe`,
    copula: `o`,
  },
  {
    language: "tpi",
    code: `namba|kod|pasword
      |paswot|namba bilong`,
    verify: `kamap|strongim|login`,
    link: `bilong|yu|long`,
    copula: `em|i`,
  },
  {
    language: "bi",
    code: `namba|kod`,
    verify: `konfemem`,
    link: `blong|yu|long`,
    copula: `i`,
  },
  {
    language: "qu",
    code: `kodigo*|código*|yaykuna rimay|yupay
      |rimaykiqa|rimay|pakasqa rimay`,
    verify: `chiqaq*|chiqan*|takyach*|yaykun*|willanakuy
      |yaykuy|yaykunaykipaq|chiqaqchay|qillqakuy`,
    enter: `qillqay|churay`,
    with: `yupaywan|kaywan|chawan`,
    link: `qampaq|niyki|qa`,
    copula: `kay|kanmi`,
  },
  {
    language: "ay",
    code: `chimpu*|código|kodigo`,
    verify: `chiqanch*|chiqap*|mantañ*`,
    link: `juman|taki`,
    copula: `ukawa`,
  },
  {
    language: "gn",
    code: `código|kódigo|ñe'ẽñemi`,
    verify: `moañete*|mboaje*|jeike
      |jeguerujevy`,
    enter: `emoinge|eipuru`,
    link: `nde|ne|ko|rehegua|peg̃uarã`,
    copula: `ha'e|niko`,
  },
  {
    language: "ht",
    otp: `kòd verifikasyon|kòd sekirite|kòd konfimasyon|kòd aktivasyon|kòd otantifikasyon|kòd otorizasyon|kòd pou konekte
      |modpas yon sèl fwa|modpas tanporè|kòd enskripsyon|kòd idantifikasyon|kòd sekrè|kòd pou verifye`,
    code: `kòd*|modpas|mo de pas|nimewo sekrè|pin`,
    verify: `verifi*|konfim*|konfime|aktiv*|konekte|koneksyon|sekirite|enskri*|idantif*|otantif*|kont|kontinye
      |rekiperasyon|reyinisyalize`,
    enter: `antre|mete|sèvi ak|itilize|ekri|tape`,
    with: `ak|avèk|lè ou itilize`,
    link: `se|ou|pou|w|a|sou|nan|an|la|sa|ki|ou a`,
    copula: `se|se:`,
    share: `pa pataje|pèsonn|pa bay|ak pèsonn|okenn moun`,
    doubt: `se pa ou|pa te mande`,
    stale: `ekspire`,
    id: `kòmand|nimewo kòmand|kliyan|kat`,
    promo: `rabè|gratis|zanmi|kado|genyen`,
    unit: `minit|èdtan|jou`,
  },
  {
    language: "gcr",
    code: `kòd`,
    verify: `vérif*`,
  },
  {
    language: "mfe",
    code: `kod`,
    verify: `verifikasion|konfirmasion`,
    link: `ou|pou`,
    copula: `se`,
  },
  {
    language: "crs",
    code: `kod`,
    verify: `verifikasyon`,
    link: `ou|pour`,
    copula: `i`,
  },
  {
    language: "rcf",
    code: `kod`,
  },
  {
    language: "jam",
    code: `kuod|code`,
    link: `yu|fi`,
    copula: `a`,
  },
  {
    language: "srn",
    code: `code|kode`,
    link: `yu|gi|fu`,
    copula: `na`,
  },
  {
    language: "kl",
    code: `kode|koden|normu|isissutissaq`,
    verify: `uppernarsaat*|uppernarsar*`,
    link: `illit`,
  },
  {
    language: "hmn",
    code: `tus lej|lej|zauv lej|tus zauv lej|code`,
    verify: `pov thawj|paub tseeb|nkag|ruaj ntseg|lees paub`,
    enter: `siv|ntaus|sau`,
    link: `koj|rau|ntawm|no|tus`,
    copula: `yog`,
    share: `tsis txhob|leej twg`,
    unit: `feeb|teev`,
  },
  {
    language: "za",
    code: `hauhmaj|mijmaj`,
    link: `mwngz`,
    copula: `dwg`,
  },
];
