/** South Slavic languages in both alphabets. */
import type { Lexicon } from "../lexicon.ts";

export const SLAVIC_SOUTH: readonly Lexicon[] = [
  {
    language: "bg",
    otp: `код за потвърждение|код за потвърждаване|потвърдителен код|код за проверка|код за верификация|код за сигурност
      |код за достъп|код за активация|код за активиране|код за вход|еднократен код|еднократна парола|временна парола
      |временен код|код за удостоверяване|динамична парола|смс код|код за регистрация|код за автентикация
      |код за автентификация|код за упълномощаване|код за авторизация|код за идентификация|код за възстановяване
      |код за нулиране|еднократен пин|еднократен код за|смс парола|sms код|sms парола|код за плащане|тайна парола
      |проверочен код|контролен код|динамичен код|код за влизане`,
    approval: `авторизационен код|код за авторизация на плащане|номер на авторизация`,
    code: `код|кодът|кода|парола|паролата|пин|кодове|паролите|кодът ви|кодa|ключ|ключът`,
    verify: `потвър*|провер*|верифик*|сигурн*|достъп*|актив*|вход|влизане|влезете|регистр*|удостовер*|еднократ*|потвърд*|потвърж*
      |проверк*|влез*|логин*|автентик*|автентиф*|самоличност*|устройств*|продълж*|регистрац*|авторизац*|идентифик*|възстанов*`,
    enter: `въведете|въведи|използвайте|използвай|напишете|въвеждане|поставете|изпишете`,
    with: `с|със|чрез|с код|използвайки|с помощта на|с кода`,
    fetch: `вземете|вземи|шкафче*|получаване*|автомат*|еконтомат*|за вземане`,
    link: `е|вашият|вашия|твоят|за|на|в|този|това|ви|си|ти|от|във|към|моля|и|вашето|за да|нов|нова|новият|вашата|вашите`,
    copula: `е|е:|са`,
    share: `споделяй*|никого|никога|не го|не предоставяйте|измам*|на никого|с никого|не споделяйте|не го давайте`,
    doubt: `не сте вие|ако не сте|не сте заявили|игнорирайте|не сте поискали`,
    valid: `валид*|изтича|минути`,
    stale: `изтекъл|изтече|не е валиден|невалиден|вече не е валиден|грешен|вече е използван`,
    old: `стар*|предишн*|последн*`,
    id: `поръчка*|клиент*|пратка*|товарителница|сметка|карта|фактура|резервация|договор|поръчк*|пратк*|фактур*|резервац*|сметк*
      |карт*|номер на поръчка|клиентски номер|номер на пратка|артикул|продукт*|пощенски код|егн|еик|билет*|място
      |код за отстъпка|заявк*|преписк*`,
    phone: `обадете|тел|телефон|звъннете|позвънете|изпратете|отговорете`,
    promo: `отстъпк*|промо*|оферт*|подарък|подарец*|спечел*|печел*|награда|награди|безплатн*|купон|ваучер|покани*|приятел*|подарък*
      |награда*|наград*|ваучер*|кредит*|заем*|залог*|томбол*
      |код за препоръка|препоръка*|препоръч*|покана`,
    notice: `наличност|баланс|плащане|превод|теглене|доставена|доставка|салдо|доставен*|изпратен*|изпращане`,
    done: `одобрен*|платен*|успешн*|получен*|извършен*|плащане на|отказан*|заверен*|задължен*|преведен*|изпратен*`,
    unit: `мин|минути|минута|час|часа|дни|ден|седмица|секунди|цифри|точки`,
    money: `лв|лева|евро|bgn`,
    month: `януари|февруари|март|април|май|юни|юли|август|септември|октомври|ноември|декември|днес|утре`,
  },
  {
    language: "mk",
    otp: `код за потврда|код за верификација|потврден код|верификациски код|безбедносен код|сигурносен код|еднократна лозинка
      |код за активација|код за пристап|код за најава|еднократен код|код за автентикација|код за проверка|код за регистрација
      |привремена лозинка|пин за потврда`,
    code: `код|кодот|лозинка|пин|кодови|лозинката`,
    verify: `потвр*|верифик*|безбедн*|актив*|најав*|регистр*|потврд*|активац*|автентик*|провер*|идентитет*
      |обнов*|враќањ*`,
    enter: `внесете|внеси|користете|впишете|искористете`,
    with: `со|со код|користејќи`,
    fetch: `подигнете|подигни|шкафче*|подигнување`,
    link: `е|вашиот|твојот|за|на|овој|вашата|во|да|ви|се`,
    copula: `е|е:`,
    share: `споделувајте|никому|никогаш|не го споделувајте|не споделувајте|со никого`,
    valid: `важи|истекува|минути`,
    stale: `истече|не е валиден|неважечк*
      |е истечен|истечен*`,
    old: `стар*|претходн*`,
    id: `нарачк*|број на нарачка|клиент*|пратк*|сметк*|картичк*|фактур*|резервац*`,
    promo: `попуст|награда|подарок|бесплатн*|попуст*|пријател*|покан*|наград*|освој*|купон*|ваучер*
      |код за препорака|препорака*|покани`,
    notice: `состојба|уплат*|исплат*|достав*|испорач*`,
    unit: `минути|часа|дена|минута|часови`,
    money: `ден|денари|мкд`,
  },
  {
    language: "sr",
    otp: `верификациони код|код за верификацију|код за потврду|потврдни код|безбедносни код|сигурносни код|једнократна лозинка
      |једнократни код|активациони код|приступни код|kod za verifikaciju|verifikacioni kod*|verifikacijski kod*
      |verifikacijska šifra|verifikacijsk*|kod za potvrdu|kôd za potvrdu|potvrdni kod*|bezbednosni kod*|sigurnosni kod*
      |sigurnosni kôd|jednokratna lozinka|jednokratni kod*|jednokratna šifra|jednokratni pin|aktivacioni kod*
      |aktivacijski kod*|kod za aktivaciju|pristupni kod*|kod za prijavu|kod za pristup|kod za provjeru|kontrolni kod*
      |privremena lozinka|kod za autorizaciju|kod za registraciju|kontrolni kôd*|kod za autentifikaciju|autorizacijski kod*
      |autorizacioni kod*|jednokratni kod|jednokratnu lozinku|kod za resetovanje|kod za oporavak|kod za sigurnost|sms kod*
      |sms lozinka|mtoken|m-token|tan kod|privremeni kod*|verifikacijski broj|verifikacioni broj|pin za prijavu|kôd za prijavu
      |код за аутентификацију|код за активацију|контролни код*|кôд за потврду|верификациони кôд|безбедносни кôд
      |једнократни кôд|код за проверу`,
    approval: `autorizacijski kod kupnje|broj autorizacije|autorizacioni broj|kod autorizacije`,
    code: `код|кода|лозинка|шифра|kôd|koda|kodom|lozinka|lozinku|šifra|šifru|zaporka|kod|кôд|кодом|lozinkom|sifra|sifru|kodovi`,
    verify: `верифик*|потвр*|безбедн*|пријав*|актив*|verifik*|potvr*|bezbedn*|sigurnos*|prijav*|aktiv*|pristup*|registr*|provjer*
      |prover*|jednokrat*|autoriz*|verifikaci*|potvrd*|potvrđ*|prijavi*|identitet*|autentifi*|nastav*|uređaj*|resetir*
      |oporavak*|registrac*|prijavu|аутентиф*|регистр*|идентит*|провер*|приступ*|једнократн*|сигурн*|registruj*|registriraj*
      |региструј*
      |oporav*|опорав*`,
    enter: `унесите|користите|unesite|unesi|upišite|koristite|upotrijebite|iskoristite|upiši|ukucajte|ukucaj|otkucajte|iskoristi
      |koristi|upotrebite|унеси|укуцајте|искористите|упишите`,
    with: `s|sa|pomoću|putem|koristeći|kodom|pomoću koda|са|помоћу|користећи`,
    fetch: `preuzmite|preuzimanj*|ormarić*|paketomat*|podignite|преузмите|преузимањ*|орманић*|пакетомат*`,
    link: `је|ваш|твој|за|на|ово|овај|je|vaš|tvoj|za|na|ovo|ovaj|u|va|vaša|vaše|tvoja|vam|da|biste|se|od|i|vas|vase|ovu|to|ваша
      |ваше|твоја|да|бисте|се|од|и|у|novi|nova|novo|нови`,
    copula: `je|je:|su|glasi|je vaš|је|је:|су|гласи`,
    share: `никоме|не делите|nikome|nemojte|ne dijelite|ne delite|dijelite|delite|nikada|prevar*|ni sa kim|drugima|ne podijelite
      |nemojte dijeliti|nikad|немојте|другима`,
    doubt: `niste vi|ako niste|niste zatražili|niste tražili|zanemarite|ignorišite|ignorirajte|нисте ви|ако нисте`,
    valid: `важи|истиче|važi|vrijedi|ističe|minuta|vredi|traje`,
    stale: `je istekao|istekao|više ne važi|više ne vrijedi|nije važeći|nije valjan|nevažeći|neispravan|pogrešan|već iskorišten
      |истекао`,
    old: `stari|stara|prethodn*|prošli|zadnji|poslednji|стари|претходн*`,
    id: `narudžb*|porudžbin*|kupac|klijent*|pošiljk*|paket*|račun*|kartic*|rezervacij*|faktur*|ugovor*|poziv na broj
      |broj narudžbe|broj porudžbine|broj narudzbe|broj porudzbine|broj pošiljke|broj računa|broj kartice|broj klijenta
      |šifra artikla|šifra kupca|šifra proizvoda|proizvod*|artikl*|poštanski broj|oib|jmbg|pib|matični broj|serijski broj
      |zahtjev*|zahtev*|predmet*|karta|sjedalo|sjedište|soba|peron|paketomat*|kod za preuzimanje|preuzimanj*|tablice
      |registarsk*|поруџбин*|наруџб*|број поруџбине|пошиљк*|рачун*|картиц*|клијент*|фактур*|резервац*`,
    phone: `pozovite|tel|telefon|zovite|pošaljite|nazovite|kontakt*`,
    promo: `popust*|akcij*|poklon*|nagrad*|osvoji*|osvojili|besplatn*|kupon*|vaučer*|kredit*|ponud*|попуст*|поклон*|наград*
      |prijatelj*|pozovi|preporuč*|kod za popust|promo kod|bonus*|okladi*|kvota|tiket|zajam|pozajmic*|пријатељ*|бесплатн*
      |купон*|акциј*
      |preporuk*|kod za preporuku|препорук*|pozivni kod`,
    notice: `stanje|uplat*|isplat*|raspoloživo|plaćanje|isporuč*|dostav*|zaduženje|vaša narudžba|vaša porudžbina|je isporučen*
      |poslan*|poslat*|spreman za|stigla|stiglo|стање|уплат*|исплат*|испоруч*|достав*`,
    done: `odobren*|plaćen*|uspješn*|uspešn*|primljen*|izvršen*|odbijen*|naplaćen*|provedena|провед*|одобрен*|плаћен*|успешн*`,
    unit: `min|minuta|minut|minute|sat|sata|sati|dan|dana|sedmic*|tjedan|mjesec*|mesec*|sekundi|bodova|cifara|znamenki|мин|минута
      |сата|дана|часа`,
    money: `dinara|rsd|kn|kuna|km|eura|evra|din.|дин|динара|bam|eur`,
    month: `siječnja|veljače|ožujka|travnja|svibnja|lipnja|srpnja|kolovoza|rujna|listopada|studenog|prosinca|januara|februara
      |aprila|maja|juna|jula|avgusta|septembra|oktobra|novembra|decembra`,
  },
  {
    language: "sl",
    otp: `potrditvena koda|potrditveno kodo|potrditvene kode|koda za preverjanje|varnostna koda|varnostno kodo|enkratno geslo
      |enkratna koda|aktivacijska koda|koda za prijavo|verifikacijska koda|začasno geslo|dostopna koda|koda za potrditev
      |overitvena koda|kodo za potrditev|koda za vpis|koda za dostop|koda za overjanje|koda za avtentikacijo
      |koda za aktivacijo|kontrolna koda|enkratno kodo|enkratna pin|sms koda|sms kodo|sms geslo|registracijska koda
      |začasna koda|koda za ponastavitev|varnostna številka`,
    approval: `avtorizacijska koda|številka avtorizacije`,
    code: `koda|kodo|kode|geslo|kod|kodi|gesla|geslom|pin`,
    verify: `potrdi*|preverj*|preveri*|varnost*|prijav*|aktivac*|registrac*|enkratn*|potrditev|potrditve*|preverjanje|overit*
      |overjan*|avtentik*|aktivir*|vpis*|vstop*|dostop*|istovetnost*|nadalj*|ponastav*|prijavo|prijava
      |obnov*`,
    enter: `vnesite|vnesi|uporabite|uporabi|vpišite|vpiši|vtipkajte|vnašajte`,
    with: `s|z|s kodo|z uporabo|preko`,
    fetch: `prevzem*|paketnik*|omaric*`,
    link: `je|vaša|vaš|tvoja|za|v|to|ta|vašo|tvojo|se|in|na|od|vas|po|nova|nov`,
    copula: `je|je:|so|znaša`,
    share: `delite|nikomur|ne delite|nikoli|ne razkrivajte|z nikomer|drugim`,
    doubt: `niste vi|če niste|niste zahtevali|prezrite`,
    valid: `velja|poteče|minut`,
    stale: `je potekla|ni več veljavna|neveljavna|napačna|že uporabljena`,
    old: `stara|staro|prejšnj*|zadnj*`,
    id: `naročil*|pošiljk*|račun*|rezervacij*|številka naročila|strank*|pošiljka|paket*|kartic*|faktur*|poštna številka
      |davčna številka|emšo|izdel*|artikel|sedež|soba|prevzem*|zahtevek`,
    promo: `popust*|akcij*|darilo|nagrad*|brezplačn*|kupon*|prijatelj*|povabi|priporoč*|nagradn*|posojil*|bon|darilni*
      |priporočil*|povabil*`,
    notice: `stanje|plačilo|nakazilo|dostav*|odposlan*|dvig`,
    done: `odobren*|plačan*|uspešn*|prejet*|izveden*|zavrnjen*`,
    unit: `minut|minute|ur|ure|dni|min|dneh|sekund`,
    money: `evrov|eur`,
    month: `januarja|februarja|marca|aprila|maja|junija|julija|avgusta|septembra|oktobra|novembra|decembra`,
  },
];
