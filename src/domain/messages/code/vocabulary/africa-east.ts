/** Languages of the east of Africa. */
import type { Lexicon } from "../lexicon.ts";

export const AFRICA_EAST: readonly Lexicon[] = [
  {
    language: "sw",
    otp: `nambari ya uthibitisho|nambari yako ya uthibitisho|nambari ya uthibitishaji|msimbo wa uthibitisho
      |msimbo wako wa uthibitisho|msimbo wa uthibitishaji|msimbo wako wa uthibitishaji|namba ya uthibitisho
      |namba ya siri ya muda|neno la siri la mara moja|nywila ya mara moja|kodi ya uthibitisho|msimbo wa usalama
      |namba yako ya uthibitisho|nambari ya kuthibitisha|nambari yako ya kuthibitisha|namba ya kuthibitisha
      |namba yako ya kuthibitisha|msimbo wa kuthibitisha|msimbo wako wa kuthibitisha|nambari ya usalama|msimbo wako wa usalama
      |nambari ya kuingia|namba ya kuingia|msimbo wa kuingia|msimbo wa uanzishaji|nywila ya muda|neno la siri la muda
      |nenosiri la muda|nenosiri la mara moja|nenosiri la wakati mmoja|pin ya mara moja|pin yako ya muda
      |nambari ya siri ya mara moja|namba ya siri|namba yako ya siri|nambari yako ya siri|msimbo wa uhakiki|namba ya uhakiki
      |kodi yako|msimbo wa matumizi ya mara moja|msimbo wa uthibitishaji wa`,
    approval: `nambari ya idhini|msimbo wa idhini`,
    code: `msimbo|nambari ya siri|namba ya siri|neno siri|nenosiri|kodi|nywila|misimbo|nambari yako|namba yako|koodi|neno la siri
      |pini|pin`,
    verify: `uthibitish*|thibitish*|kuthibitisha|kuingia|usalama|sajili*|jisajili*|uthibitisho|uthibitishaji|thibitisha|ingia
      |kujisajili|kusajili|usajili|uhakiki|kuhakiki|akaunti|kuwezesha|kuendelea|utambulisho`,
    enter: `weka|tumia|ingiza|andika|jaza|bonyeza`,
    with: `kwa|kwa kutumia|ukitumia|kwa msimbo|kupitia`,
    link: `ni|yako|wako|kwa|ya|wa|hii|huu|yenu|la|hiyo|ili|kwenye|katika|na|ku`,
    copula: `ni|ni:|ndiyo|ndio`,
    share: `usishiriki|usimpe|mtu yeyote|usitoe|siri yako|kamwe|usimwambie|mtu mwingine|usishirikishe|kwa yeyote|usiambie`,
    doubt: `sio wewe|si wewe|kama sio wewe|hukuomba|haukuomba|puuza`,
    valid: `dakika|inaisha|itaisha|muda wake|inatumika|utaisha|kwa dakika`,
    stale: `umeisha muda|imeisha muda|muda wake umeisha|si sahihi|sio sahihi|imekwisha
      |umekwisha muda|imekwisha muda|muda umekwisha|umepitwa na wakati`,
    old: `wa zamani|ya zamani|iliyopita`,
    id: `muamala|kumbukumbu|oda|akaunti namba|namba ya oda|nambari ya oda|agizo|nambari ya agizo|mteja|namba ya mteja
      |kumbukumbu namba|muamala namba|ankara|risiti|tiketi|kadi|akaunti nambari|kifurushi|mzigo|msimbo wa posta|bidhaa|mita
      |namba ya simu|kitambulisho|ndege|kiti|luku`,
    phone: `piga|simu|tuma|piga simu|tuma neno|tuma kwenda|wasiliana|jibu`,
    promo: `punguzo|ofa|zawadi|shinda|umeshinda|bure|mkopo|jishindie|msimbo wa punguzo|rafiki|marafiki|alika|pata mkopo
      |bahati nasibu|jackpot|beti|vocha|shinda*|bando|gb bure
      |rufaa|rufani|mwaliko`,
    notice: `salio|umepokea|umetuma|umelipa|imethibitishwa|malipo|umeweka|umetoa|salio lako|umepokea tsh|agizo lako|limetumwa
      |imetumwa|malipo ya`,
    done: `yamepokelewa|imepokelewa|imelipwa|imekamilika|imefanikiwa|umelipa|umetuma|umepokea|confirmed|imeidhinishwa`,
    unit: `saa|siku|dakika|sekunde|mwezi|wiki`,
    money: `tsh|tzs|ksh|kes|ugx|shilingi`,
    month: `januari|februari|machi|aprili|mei|juni|julai|agosti|septemba|oktoba|novemba|desemba`,
  },
  {
    language: "am",
    otp: `የማረጋገጫ ኮድ*|ማረጋገጫ ኮድ*|የማረጋገጫ ቁጥር*|ማረጋገጫ ቁጥር*|የደህንነት ኮድ*|የአንድ ጊዜ የይለፍ ቃል*|የአንድ ጊዜ*|የይለፍ ኮድ*|ማረጋገጫ ኮድዎ*|የማረጋገጫ ኮድዎ*
      |ማረጋገጫ ቁጥርዎ*|የደህንነት ቁጥር*|የአንድ ጊዜ ኮድ*|የአንድ ጊዜ ሚስጥር*|ሚስጥር ቁጥር*|ሚስጥራዊ ቁጥር*|የሚስጥር ቁጥር*|የመግቢያ ኮድ*|መግቢያ ኮድ*|የመመዝገቢያ ኮድ*
      |ማንነት ማረጋገጫ*|የይለፍ ቃልዎ*`,
    code: `ኮድ*|የይለፍ ቃል*|የይለፍ ቁጥር*|ኮድዎ*|ቁጥርዎ*|ሚስጥር*|የይለፍ*|ፒን*`,
    verify: `ማረጋገ*|የማረጋገ*|ለማረጋገጥ|ደህንነት*|ለማረጋገ*|ያረጋግጡ|ለመግባት|መግቢያ*|ይግቡ|ምዝገባ*|ለመመዝገብ|ማንነት*|መለያ*|ይመዝገቡ|መመዝገብ*`,
    enter: `ያስገቡ|ይጠቀሙ|ይተይቡ|አስገባ|አስገቡ`,
    with: `በ|በመጠቀም|በኩል`,
    link: `ነው|የእርስዎ|የርስዎ|ለ|ወደ|የ|ይህን|እባክዎ|ለእርስዎ`,
    copula: `ነው|ናቸው|ነው።|፦|፡`,
    share: `ለማንም|አያጋሩ|አይስጡ|ለሌሎች|አያካፍሉ|አይንገሩ`,
    doubt: `እርስዎ ካልሆኑ|ካልጠየቁ`,
    stale: `ጊዜው አልፎበታል|አልፏል|ልክ ያልሆነ`,
    id: `ትዕዛዝ*|የትዕዛዝ ቁጥር*|ደንበኛ*|ካርድ*|ሂሳብ ቁጥር*|ደረሰኝ*|ማጣቀሻ*`,
    promo: `ቅናሽ*|ሽልማት*|ነጻ*|ጓደኛ*|እጣ*|ስጦታ*
      |የቅናሽ|የግብዣ`,
    notice: `ሂሳብ*|ቀሪ*|ተቀማጭ|ቀሪ ሂሳብ*|ተከፍሏል|ደርሷል|ተልኳል`,
    unit: `ደቂቃ*|ሰዓት*|ቀን*|ሰከንድ*`,
    money: `ብር|birr|etb|ብር*`,
  },
  {
    language: "ti",
    otp: `መረጋገጺ ኮድ*|መረጋገጺ ቁጽሪ*|ናይ መረጋገጺ*|ናይ ሓደ ግዜ*`,
    code: `ኮድ*|ቁጽሪ*|ምስጢራዊ*|መሕለፊ*|ቃል-ምስጢር
      |ምስጢር ቃል*|ምስጢራዊ ቃል*`,
    verify: `መረጋገ*|ምርግጋጽ*|ንምርግጋጽ|ንምእታው|ድሕነት*|ምዝገባ*`,
    enter: `የእትዉ|ተጠቐሙ|ኣእትዉ`,
    promo: `ቅናስ*`,
    link: `ናይ|ናትኩም|ን|ኩም`,
    copula: `እዩ|እያ`,
    share: `ንማንም|ኣይትሃቡ|ኣይተካፍሉ`,
    unit: `ደቒቕ*`,
  },
  {
    language: "om",
    otp: `koodii mirkaneessaa|koodiin mirkaneessaa|koodii mirkaneessuu|koodiin mirkaneessuu|lakkoofsa mirkaneessaa
      |lakkoofsi mirkaneessaa|koodii nageenyaa|koodiin nageenyaa|koodii seensaa|jecha darbii yeroo tokkoo|koodii dhugoomsaa
      |koodii yeroo tokkoo`,
    code: `koodii*|koodiin|kodii*|koodin|lakkoofsa icciitii|jecha icciitii|jecha darbii|jecha iccitii|lakkoofsi iccitii*
      |paaswoordii
      |jechi darbii|lakkoofsa iccitii`,
    verify: `mirkanees*|mirkaneeff*|nageenya*|seen*|seenuuf|galmee*|galmaa*|dhugoom*|eenyummaa
      |deebis*|seensa`,
    enter: `galchaa|galchi|fayyadami|fayyadamaa|barreessi`,
    with: `fayyadamuun|tiin|waliin`,
    link: `keessan|kee|kan|f|isinii|kana|akka`,
    copula: `dha|ti|dha.`,
    share: `hin qoodin|hin qoodinaa|namaaf|eenyuttuu|hin himin|nama biraaf`,
    id: `ajaja|lakkoofsa ajajaa|maamila|herrega`,
    promo: `hir'ina|bilisa|badhaasa|hiriyaa`,
    unit: `daqiiqaa|sa'aa|guyyaa`,
    money: `birr|qarshii`,
  },
  {
    language: "so",
    otp: `koodka xaqiijinta|koodhka xaqiijinta|koodka ammaanka|lambarka xaqiijinta|lambarkaaga xaqiijinta|koodkaaga xaqiijinta
      |koodhkaaga xaqiijinta|koodka amniga|koodka gelitaanka|lambarka sirta|lambarkaaga sirta*|furaha sirta|erayga sirta
      |koodka hubinta|koodkaaga hubinta|summada xaqiijinta|koodka hal-mar*|lambar sireed*|furaha hal mar|koodhka hubinta
      |nambarka xaqiijinta|koodka diiwaangelinta|summadda xaqiijinta`,
    code: `lambarka sirta|kood*|koodh*|lambarka sir*|lambarkaaga sir*|furaha|furahaaga|erayga sir*|eraygaaga sir*|sirta|summad*
      |nambarka sir*`,
    verify: `xaqiij*|hubi*|gelitaan*|gasho|gali|soo gal*|amni*|diiwaan*|akoon*|aqoonsi*|dhaqaajin*|ku gal|soo gal|diiwaangeli*
      |is diiwaangeli
      |soo kabasho*|soo kabashad*|soo celin*`,
    enter: `geli|gali|isticmaal|ku qor|qor|adeegso`,
    with: `adigoo isticmaalaya|ku|iyadoo`,
    link: `waa|waxaa|ee|ah|aad|u|si|ka|ku|kaaga|kaa|adiga|loo|iyo`,
    copula: `waa|waa:|waxaa waaye|waxay tahay`,
    share: `ha la wadaagin|cidna|la wadaagin|qof kale|ha siin|qofna|ha u sheegin`,
    stale: `wuu dhacay|waqtigiisu dhacay|ma shaqaynayo`,
    id: `dalab*|dalabka|lambarka dalabka|macmiil*|akoonka lambar*|rasiid*|tixraac*|kaarka`,
    promo: `qiimo dhimis|dhimis|bilaash|abaalmarin|saaxiib*
      |qiimo dhimis*|qiimo-dhimis*`,
    notice: `haraaga|waxaad dirtay|waxaad heshay|lacag`,
    unit: `daqiiqo*|saacad*|maalin*|maalmood`,
  },
  {
    language: "rw",
    otp: `kode yo kwemeza|umubare wo kwemeza|kode yawe|kode yawe yo kwemeza|kode yo kwinjira|kode y'umutekano|umubare w'ibanga
      |ijambo ry'ibanga|kode yo kugenzura`,
    code: `kode|umubare w'ibanga|kodi|umubare|ijambobanga`,
    verify: `kwemez*|emeza|kwinjira|winjire|injira|umutekano|kwiyandikisha|kugenzura|konti
      |kugarura|kugarurira`,
    enter: `injiza|koresha|andika|shyiramo`,
    with: `ukoresheje|na`,
    link: `ni|yawe|yo|wawe|ya|y|muri|kugira ngo|iyi`,
    copula: `ni|ni:|ari`,
    share: `ntuyisangize|ntukagire|undi muntu|ntugire`,
    id: `komande|numero ya komande|umukiriya`,
    promo: `igabanuka|impano|ubuntu|inshuti`,
    unit: `iminota|amasaha|iminsi`,
  },
  {
    language: "rn",
    code: `kode|ijambo banga`,
    verify: `kwemeza|kwinjira`,
    link: `yawe|yo|ya`,
    copula: `ni`,
  },
  {
    language: "lg",
    otp: `koodi y'okukakasa|koodi yo ey'okukakasa|ennamba y'okukakasa|koodi eyekyama`,
    code: `koodi|kkoodi|ennamba|ekigambo ky'ekyama|paasiwaadi
      |ekigambo`,
    verify: `okukakasa|kukakasa|okuyingira|okwewandiisa|kakasa|obukuumi`,
    enter: `yingiza|kozesa|wandiika`,
    with: `n'|ng'okozesa`,
    link: `yo|wo|eya|ey|y|ku|mu`,
    copula: `ye|eri|kye|ya`,
    share: `togigabana|tobuulira|omuntu yenna`,
    unit: `eddakiika|essaawa`,
  },
  {
    language: "luo",
    code: `kod|namba`,
    verify: `ng'eyo`,
    link: `mari`,
    copula: `en`,
  },
  {
    language: "ki",
    code: `kodi|namba`,
    link: `yaku`,
    copula: `nĩ`,
  },
  {
    language: "mg",
    otp: `kaody fanamarinana|kaody fanamafisana|teny miafina vonjimaika|kaody fiarovana|kaody fidirana|tenimiafina indray
      |tenimiafina vonjimaika|kaody ho an'ny|laharana fanamarinana`,
    code: `kaody|kaody*|kaodinao|tenimiafina|teny miafina|fehezanteny miafina
      |tenimiafina*`,
    verify: `fanamarin*|hanamarin*|fanamaf*|hanamaf*|hidiran*|fidiran*|fiarovan*|fisoratana|hisoratra|misorat*|midir*|hamafis*
      |midira
      |famerenana|hidirana`,
    enter: `ampidiro|ampiasao|soraty`,
    with: `amin'ny|miaraka amin'ny|amin`,
    link: `ny|dia|nao|ho an'ny|an'i|ity|mba|amin'i|anao`,
    copula: `dia|: dia`,
    share: `aza zaraina|amin'olona|aza omena`,
    id: `baiko|kaomandy`,
    promo: `fihenam-bidy|maimaimpoana|loka`,
    unit: `minitra|ora|andro`,
  },
  {
    language: "ny",
    otp: `khodi yotsimikizira|khodi yanu yotsimikizira|nambala yotsimikizira|nambala yanu yachinsinsi|nambala yanu yotsimikizira
      |khodi yachitetezo|khodi yolowera|mawu achinsinsi akanthawi|khodi yokhazikitsira`,
    code: `khodi*|kodi|nambala|nambala yachinsinsi|nambala yanu|chinsinsi|mawu achinsinsi|achinsinsi`,
    verify: `tsimikizir*|yotsimikizira|kutsimikiz*|kulowa|lowani|kulembetsa|chitetezo|yolowera|mulowe|akaunti
      |yobwezeretsera|kubwezeretsa|bwezeretsa`,
    enter: `lowetsani|lembani|gwiritsani`,
    with: `ndi|pogwiritsa ntchito`,
    link: `yanu|ya|wanu|anu|ku|mu|pa|iyi|za`,
    copula: `ndi|ndi:|ndiyo`,
    share: `musamuuze|musagawane|wina aliyense|musauze|aliyense`,
    id: `oda|nambala ya oda`,
    promo: `kuchotsera|mphatso|kwaulere|anzanu`,
    unit: `mphindi|maola|masiku`,
  },
  {
    language: "sn",
    otp: `kodhi yekusimbisa|kodhi yako yekusimbisa|nhamba yekusimbisa|kodhi yekuchengetedza|kodhi yekupinda|kodhi yekuona
      |nhamba yekupinda|nhamba yenyu yekupinda|nhamba yechivande`,
    code: `kodhi|kodhi yako|nhamba|nhamba yenyu|password|pini|pasiwedhi|nhamba yechivande|pasiwedi`,
    verify: `kusimbis*|yekusimbisa|simbis*|kupinda|pinda|kunyoresa|kuchengetedz*|akaundi
      |yekudzosera|kudzosera|dzosera`,
    enter: `isai|shandisai|nyora|isa|pinza|shandisa`,
    with: `ne|uchishandisa|muchishandisa`,
    link: `yako|yenyu|ye|ya|ku|mu|iyi|pa`,
    copula: `ndi|ndeiyi|ndiyo|iri|ndeye`,
    share: `usaudze|usagovana|musaudze|chero ani|munhu`,
    id: `odha|nhamba yeodha`,
    promo: `dhisikaundi|mahara|chipo|shamwari`,
    unit: `maminitsi|maawa|mazuva`,
  },
];
