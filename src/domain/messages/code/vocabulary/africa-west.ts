/** Languages of the west and the middle of Africa. */
import type { Lexicon } from "../lexicon.ts";

export const AFRICA_WEST: readonly Lexicon[] = [
  {
    language: "ha",
    otp: `lambar tabbatarwa|lambar tabbatarwarka|kodin tabbatarwa|lambar sirri|kalmar sirri ta lokaci guda|lambar tabbatarwar*
      |lambobin tabbatarwa|lambar tantancewa|lambar tsaro|lambar shiga|lambobin sirri|lambar sirrinka|lambar sirri ta lokaci*
      |kalmar sirri ta wucin gadi|kalmar sirri|lambar kunnawa|lambar otp|kalmar wucewa|lambar tabbatar da`,
    code: `kodi|kodin|lambar sir*|lambarka|lambarku|kalmar sirri`,
    verify: `tabbat*|tantanc*|shiga|tsaro|yi rajista|rajista|asusun*|asusu*|kunna*`,
    enter: `shigar da|shigar|yi amfani da|yi amfani|rubuta|saka`,
    with: `da|ta hanyar|ta amfani da`,
    link: `ce|ne|naka|don|ita ce|shi ne|ta|na|ka|ku|ku na|wannan|zuwa|a|da|domin`,
    copula: `ce|ne|ita ce|shi ne|shine|itace`,
    share: `kada|kar ka|kowa|kar ku|kada ka|kada ku|ga kowa`,
    valid: `mintuna|za ta ƙare`,
    stale: `ta ƙare|ta kare|ya ƙare`,
    id: `oda|lambar oda|lambar waya|abokin ciniki|lambar asusu|kati`,
    promo: `rangwame|kyauta|gwala|aboki|abokai|lada
      |rangwame*`,
    notice: `an cire|an saka|ragowar`,
    unit: `minti|mintuna|awa|awoyi|kwana`,
    money: `naira`,
  },
  {
    language: "yo",
    otp: `koodu ijerisi|koodu ìmúdájú|kóòdù ìjẹ́rìísí|koodu ijẹrisi|koodu ìjẹ́rìí|kóòdù ìjẹ́rìí*|kóòdù ìfìdímúlẹ̀
      |koodu ifidimule*|koodu aabo|kóòdù ààbò|koodu iwọle|ọrọ aṣina igba|ọ̀rọ̀ aṣínà ìgbà|koodu idaniloju|koodu ìdánilójú
      |nọ́mbà ìjẹ́rìísí|nọmba ijẹrisi`,
    code: `koodu*|kóòdù*|ọrọ aṣina|ọ̀rọ̀ aṣínà|ọrọ igbaniwọle|ọ̀rọ̀ ìgbaniwọlé|nọ́mbà ìkọ̀kọ̀`,
    verify: `ijẹrisi|ìjẹ́rìí*|jẹ́rìí*|jẹrisi|jẹri|ìfìdímúlẹ̀|ifidimule|fìdí*|fidi*|wọlé|wole|wọle|ààbò|aabo|forúkọ*|foruko*
      |idaniloju|àkántì|akanti|akọọlẹ
      |ìmúpadàbọ̀sípò|imupadabọsipo|gba padà`,
    enter: `tẹ|lo|fi|tẹ̀|te|kọ`,
    with: `pẹlu|pẹ̀lú|nípa lílo|nipa lilo|láti lo`,
    link: `fun|rẹ|yín|fún|náà|naa|sí|si|láti|lati|yìí|yii|ti|re`,
    copula: `ni|ni:|jẹ|jẹ́`,
    share: `má ṣe pín|ma ṣe pin|má ṣe|ma ṣe|ẹnikẹ́ni|ẹnikẹni|má pín`,
    stale: `ti pari|ti parí`,
    id: `àṣẹ|nọ́mbà àṣẹ`,
    promo: `ẹdinwo|ọfẹ|ẹbun|ọrẹ
      |ẹ̀dínwó`,
    unit: `ìṣẹ́jú|iseju|wákàtí|wakati|ọjọ́`,
  },
  {
    language: "ig",
    otp: `koodu nkwenye|koodu nyocha|koodu nchekwa|koodu nnwale|koodu mbanye|nọmba nkwenye|okwuntughe otu oge|koodu nkwado`,
    code: `koodu*|kodu|okwuntughe|paswọọdụ|nọmba nzuzo`,
    verify: `nkwenye|kwenye|nyocha|nchekwa|banye|mbanye|ịbanye|debanye|nkwado|nnwale|akaụntụ
      |mgbake|iweghachi`,
    enter: `tinye|jiri|pịnye|dee`,
    with: `jiri|site na|na`,
    link: `gị|gi|nke|maka|a|gi bu|iji|na|ya`,
    copula: `bụ|bu|bụ:`,
    share: `ekekọrịtala|ekekwala|onye ọ bụla|agwala|enyela`,
    id: `ọda|nọmba ọda`,
    promo: `ego mbelata|onyinye|efu|enyi
      |mbelata|mbelata ego|ntụaka`,
    unit: `nkeji|elekere|ụbọchị`,
  },
  {
    language: "ak",
    code: `kode|kood|ahintasɛm`,
    verify: `nkyerɛ*|si so dua|hyɛn|wura`,
    enter: `fa|kyerɛw|hyɛ`,
    link: `wo|wɔ|ma|mu`,
    copula: `ne|yɛ`,
  },
  {
    language: "ee",
    code: `kod*|ŋkɔŋlɔ|dzesi|ŋuɖoɖo`,
    verify: `kpeɖodzi|ɖoɖo kpe|gege ɖe eme`,
    link: `wò|na|ƒe|miaƒe`,
    copula: `nye|enye`,
  },
  {
    language: "bm",
    code: `kode|gundo`,
    verify: `dantigɛ*|sementiya|donni
      |don|tɔgɔsɛbɛn|sɛgɛsɛgɛ`,
    enter: `baara kɛ ni|baara kɛ|sɛbɛn`,
    link: `i ka|ka|aw ka`,
    copula: `ye`,
  },
  {
    language: "wo",
    code: `kod*|kodu|baatujàll|baatu jàll`,
    verify: `wóor*|dëgg*|dugg*
      |dugg|duggu|firndeel|wóoral|bindu`,
    enter: `jëfandikool|bindal|dugalal`,
    link: `sa|bu|ngir|seen`,
    copula: `mooy|la|di`,
    share: `bul ko|kenn`,
  },
  {
    language: "ff",
    code: `kodu|kod|finnde`,
    verify: `teeŋt*|naatgol`,
    link: `maa|ngam`,
    copula: `ko`,
  },
  {
    language: "ln",
    code: `kode|code|nimero|liloba ya sekele`,
    verify: `kondimisa|kondima|ndimisa|kokota|endimami`,
    enter: `tya|sala na`,
    with: `na`,
    link: `na yo|ya|na|mpo`,
    copula: `ezali|eza`,
    share: `kopesa te|moto te`,
  },
  {
    language: "kg",
    code: `kode|nimero`,
    link: `na nge|ya`,
    copula: `ikele`,
  },
  {
    language: "lua",
    code: `kode`,
    copula: `udi`,
  },
  {
    language: "fon",
    code: `kodu`,
    copula: `wɛ nyí`,
  },
  {
    language: "sg",
    code: `kode`,
    copula: `ayeke`,
  },
];
