/** Turkish and its relatives. Cases are endings: `kodunuz`, `kodu`, `kodun`. */
import type { Lexicon } from "../lexicon.ts";

export const TURKIC: readonly Lexicon[] = [
  {
    language: "tr",
    otp: `doğrulama kod*|onaylama kod*|aktivasyon kod*|etkinleştirme kod*|güvenlik kod*|giriş kod*|tek kullanımlık*
      |tek seferlik*|sms kod*|sms şifre*|sms onay*|sms doğrulama|doğrulama şifre*|giriş şifre*|geçici şifre*|geçici kod*
      |üyelik kod*|kayıt kod*|3d secure|3d şifre*|mobil onay kod*|işlem şifre*|teyit kod*|erişim kod*|kimlik doğrulama kod*
      |hesap kod*|onay şifre*|doğrulama numara*|tek seferlik|tek kullanimlik|kullanımlık*|doğrulama pin*|onay pin*|sms pin*
      |güvenlik şifre*|aktivasyon şifre*|oturum açma kod*|şifre sıfırlama kod*|kurtarma kod*|mobil imza*|i̇şlem onay*
      |islem sifre*|alisveris sifre*|internet alışveriş şifre*|internet alisverisi*|3d sifre*|3d güvenlik*|3d secure şifre*
      |cep şifre*|tek kullanımlık şifre*|giris kod*|dogrulama kod*|guvenlik kod*|e-posta doğrulama|üyelik onay*
      |telefon doğrulama*|numara doğrulama*|işlem kod*|eşleştirme kod*|sözleşme onay*|sms onay kod*`,
    approval: `provizyon kod*|provizyon no|otorizasyon kod*|otorizasyon no|onay no
      |onay kod*|onay kodu`,
    code: `kod*|şifre*|parola*|pin kod*|sifre*|kodun*|kodunuz*|anahtar*`,
    verify: `doğrula*|onayla*|onay|aktivasyon*|etkinleştir*|güvenlik*|giriş*|üyelik*|kayıt*|hesab*|tek kullanım*|teyit*|oturum*
      |sıfırla*|kimlik*|giris|girmek|girişi*|dogrula*|onaylamak|onay icin|onayı*|aktivasyon|kaydol*|oturum aç*|oturum ac*
      |doğrulamak|tamamla*|devam et*|sıfırlama|cihaz*|yetkilendir*|guvenlik|üye ol*|kimliğ*|şifrenizi sıfır*|hesabını*
      |hesabına*`,
    enter: `girin|giriniz|kullanın|kullanınız|girmeniz|yazın|yazınız|giriniz:|gir|kullan|girmeniz gereken|kullanabilirsiniz
      |kullanarak|tuşlayın|tuslayin|yazarak|yaz|girerek|iletin`,
    with: `ile|koduyla|kodu ile|kullanarak|şifresi ile|girerek`,
    fetch: `dolap*|dolab*|teslim alabilir*|teslim alın*|kargomat*|şubeden al*|alabilirsiniz`,
    link: `için|ile|olarak|bu|sizin|ve|numaranız|dir|dır|icin|numaralı|nolu|hesabınız|hesabını|lütfen|da|de|sisteme|uygulamaya
      |uygulamasına|yeni`,
    copula: `dir|dır|'dir|'dır|dur|dür|'dur|'dür`,
    share: `paylaş*|kimseyle|kimseye|kimse|asla|söyleme*|vermeyin*|güvenliğiniz|dolandır*|kimseyle paylasmayin|paylasma*|kimse ile
      |baskasi*|başkası*`,
    doubt: `siz değilseniz|siz yapmadıysanız|talep etmediyseniz|sen değilsen|bu işlem size ait değil|size ait değilse
      |bilginiz dışında|dikkate almayın|siz degilseniz`,
    valid: `geçerli*|süre*|dakika*|dk`,
    stale: `süresi doldu|süresi dolmuş*|süresi dolan|geçersiz*|artık geçerli değil*|hatalı*|yanlış*|kullanıldı`,
    old: `eski|önceki|son`,
    id: `ref|referans|sipariş*|müşteri no|müşteri numara*|kargo*|takip*|takip no|rezervasyon*|fatura*|hesap no|kart*|kartınız*
      |poliçe*|mersis*|mersis no|işlem no|işlem numara*|başvuru no|dekont*|randevu*|tc|abone*|teslimat kod*|posta kod*
      |gönderi*|seri no|ürün kod*|müşteri*|sipariş no|siparis*|takip kod*|referans kod*|rezervasyon kod*|işlem kodu:
      |kargo kod*|kargo takip*|şube kod*|iade kod*|davet kod*|banka kod*|teslim kod*|teslim alma kod*|talep no|talep numara*
      |şikayet no|üye no|üyelik no|sicil no|öğrenci no|vergi no|tc kimlik*|kimlik no|tckn|plaka*|koltuk|peron|oda|dosya no
      |evrak*|barkod*|fiş no|bilet*|uçuş|sefer|sıra no|sıra numara*|seri|model|ürün*|hizmet no|tesisat*|sözleşme*|biten|sonu
      |ile biten|dolap*|b001|b002|mersisno`,
    phone: `arayın|arayınız|tel|telefon|çağrı*|iletişim|gönder*|yazıp|yolla*|smsi|iptal*|ret|red|arayabilir*|aramanız|sms gönder*
      |sms ret|iptal yaz*|ret yaz*|yazıp gönder*|iptal için|numaraya|red yaz*|rd yaz*|ucretsiz ret|kontak`,
    promo: `indirim*|kampanya*|fırsat*|hediye*|kazan*|çekiliş*|ücretsiz*|bedava|kupon*|puan*|bonus*|taksit*|kredi*|faiz*|bahis*
      |üyemiz*|promosyon*|avantaj*|sezon*|tl'ye|worldpuan|abonelik*|indirim kod*|kampanya kod*|arkadaş*|davet et|davetiye*
      |referans ol*|kazan|kazanın|tl kazan*|hediye çek*|kupon kod*|freebet|bahis|casino|bedava*|kargo bedava|ödül*|şans*
      |kredi faiz*|hemen al|alışverişlerinizde|geçerli indirim`,
    notice: `bakiye*|borç*|ödeme*|ödendi|yatırıl*|çekildi|havale|eft|hesabınıza|harcama*|ekstre*|teslim*|dağıtım*|kargoya|son ödeme
      |limit*|provizyon|kargonuz|siparişiniz|teslim edil*|kargoya veril*|yola çık*|hazırlan*|randevunuz|faturanız
      |son ödeme tarihi|ekstreniz|kullanılabilir`,
    done: `onaylandı*|onaylanmıştır|ödendi|ödemeniz alın*|ödemeniz gerçekleş*|gerçekleşti*|harcama yapıl*|harcama yaptınız
      |işlem yapıl*|yapıldı|yapılmıştır|tahsil edil*|çekilmiştir|yatırılmıştır|gönderildi*|iade edil*|reddedildi|alındı
      |harcadınız|kullanıldı|satın alındı|tamamlandı|aktarıldı|aktarılmıştır|havale edildi|eft yapıldı`,
    unit: `dk|dakika*|saniye*|sn|saat*|gün*|hafta*|ay|ayda|aylık|yıl*|hane*|haneli|adet*|kez|kişi*|gb|lt|taksit`,
    money: `tl|lira*|tl'lik|tlye|try|₺|kuruş*`,
    month: `ocak*|şubat*|mart*|nisan*|mayıs*|haziran*|temmuz*|ağustos*|eylül*|ekim*|kasım*|aralık*|pazartesi|salı|çarşamba|perşembe
      |cuma|cumartesi|pazar|bugün|yarın`,
  },
  {
    language: "az",
    otp: `təsdiq kod*|təsdiqləmə kod*|doğrulama kod*|təhlükəsizlik kod*|birdəfəlik şifrə*|birdəfəlik kod*|birdəfəlik parol*
      |giriş kod*|aktivasiya kod*|sms kod*|qeydiyyat kod*|aktivləşdirmə kod*|təsdiqləyici kod*|doğrulayıcı kod*
      |birdəfəlik pin*|təsdiq pin*|təsdiq şifrə*|giriş şifrə*|təhlükəsizlik şifrə*|müvəqqəti şifrə*|müvəqqəti parol*
      |identifikasiya kod*|autentifikasiya kod*|avtorizasiya kod*|bərpa kod*|3d kod*|3d secure|sms təsdiq*|tesdiq kod*
      |tesdiqleme kod*|birdefelik*|dinamik şifrə*|ödəniş üçün şifrə`,
    approval: `avtorizasiya kodu|təsdiq nömrəsi`,
    code: `kod*|şifrə*|parol*|kodu*|kodunuz*|şifrəniz*|pin*|parolu*|sifre*|açar*`,
    verify: `təsdiq*|təhlükəsizlik*|giriş*|aktivasiya*|qeydiyyat*|birdəfəlik*|hesab*|təsdiqlə*|doğrula*|daxil ol*|girmək
      |qeydiyyatdan|kimliy*|bərpa*|davam et*|tesdiq*|aktivləş*|autentifik*|avtoriz*|identifik*`,
    enter: `daxil edin|istifadə edin|yazın|istifadə et|daxil et|qeyd edin|daxil edərək`,
    with: `ilə|vasitəsilə|kodu ilə|istifadə edərək|-la|-lə`,
    link: `üçün|sizin|bu|hesabınıza|hesabınız|nömrəniz|zəhmət olmasa|və|ucun|məbləğində|ödəniş üçün`,
    copula: `dir|dır|dur|dür|-dir|-dır|-dur`,
    share: `paylaşmayın|heç kim*|heç kəs*|verməyin|heç kəslə|heç kimə|başqaları*|paylaşma`,
    doubt: `siz deyilsinizsə|siz etməmisinizsə|tələb etməmisinizsə`,
    valid: `etibarlıdır|dəqiqə`,
    stale: `müddəti bitib|etibarsız*|vaxtı bitib|yanlışdır`,
    old: `köhnə|əvvəlki`,
    id: `sifariş*|müştəri*|kart*|hesab nömrə*|bağlama*|izləmə*|faktura*|rezerv*|məhsul*|abonent*|fin kod*|poçt indeks*|istinad`,
    promo: `endirim*|kampaniya*|hədiyyə*|qazan*|pulsuz|endirim kod*|dost*|dəvət*|promo*|bonus*|kupon*|kredit*|uduş*`,
    notice: `balans*|mədaxil|məxaric|ödəniş*|balansınız|köçürmə*|çatdırıl*|göndəril*|qalıq`,
    done: `ödənildi|təsdiqləndi|uğurla|qəbul edildi|alındı|həyata keçirildi|köçürüldü|göndərildi`,
    unit: `dəqiqə*|saat*|gün*|dəq|saniyə*|ay|il`,
    money: `azn|manat`,
    month: `yanvar|fevral|mart|aprel|may|iyun|iyul|avqust|sentyabr|oktyabr|noyabr|dekabr`,
  },
  {
    language: "uz",
    otp: `tasdiqlash kod*|tasdiqlash uchun kod*|tekshirish kod*|xavfsizlik kod*|bir martalik parol*|bir martalik kod*
      |faollashtirish kod*|kirish kod*|tasdiq kod*|тасдиқлаш код*|бир марталик парол*|sms kod*|sms-kod*|tasdiqlovchi kod*
      |tasdiqlash uchun|bir martalik|kirish uchun kod*|maxfiy kod*|aktivlashtirish kod*|ro'yxatdan o'tish kod*
      |vaqtinchalik parol*|tiklash kod*|avtorizatsiya kod*|identifikatsiya kod*|тасдиқловчи код*|кириш код*|бир марталик*
      |махфий код*|tasdiqlash parol*|sms parol*|tasdiqlash raqam*`,
    code: `kodi|kodini|kodingiz|kodni|parol*|коди|кодни|kod*|код*|парол*|pin-kod*|kalit*`,
    verify: `tasdiq*|tekshir*|xavfsizlik*|faollashtir*|kirish*|ro'yxat*|тасдиқ*|kirish|kiring|tasdiqlang|tasdiqlash|ro'yxatdan
      |roʻyxatdan|avtoriza*|identifik*|tiklash*|davom et*|кириш|тасдиқла*|рўйхат*|hisobingiz*|shaxsing*`,
    enter: `kiriting|foydalaning|kiritish*|yozing|киритинг|foydalan*|ishlating|kirit`,
    with: `orqali|bilan|yordamida|орқали|билан`,
    link: `uchun|sizning|bu|учун|ga|da|ni|ning|ilovasiga|kodingiz|iltimos|сизнинг
      |ilovasi|ilovasida|saytiga|ilovaga`,
    copula: `-dir|dir`,
    share: `hech kim*|bermang|aytmang|ulashmang|ҳеч ким*|hech kimga|boshqalar*|ҳеч кимга|айтманг|берманг`,
    doubt: `siz bo'lmasangiz|so'ramagan bo'lsangiz|siz emas*`,
    stale: `muddati o'tgan|muddati tugagan|yaroqsiz|noto'g'ri|eskirgan`,
    old: `eski|avvalgi|oldingi`,
    id: `buyurtma*|buyurtma raqami|mijoz*|karta*|hisob raqam*|jo'natma*|posilka*|bron*|shartnoma*|mahsulot*|pochta indeksi|stir
      |pasport*|буюртма*|карта*`,
    promo: `chegirma*|aksiya*|sovg'a*|yutuq*|bepul|promokod*|do'st*|taklif*|bonus*|kredit*|yutib*|чегирма*|бонус*|совға*`,
    notice: `balans*|to'lov*|hisob*|hisobingizdan|hisobingizga|qoldiq|yetkazil*|o'tkazma|баланс*`,
    done: `to'landi|tasdiqlandi|muvaffaqiyatli|qabul qilindi|o'tkazildi|bajarildi|yechildi`,
    unit: `daqiqa*|soat*|kun*|daqiqa|daq|kun|oy|sekund|soniya|дақиқа*|соат*`,
    money: `so'm|som|uzs|сўм`,
    month: `yanvar|fevral|mart|aprel|may|iyun|iyul|avgust|sentabr|oktabr|noyabr|dekabr`,
  },
  {
    language: "kk",
    otp: `растау коды*|растау код*|тексеру коды*|қауіпсіздік коды*|бір реттік құпиясөз*|бір реттік код*|бір реттік пароль
      |бір реттік құпия сөз*|кіру коды*|белсендіру коды*|іске қосу коды*|тіркеу коды*|растау үшін код*|растау паролі*
      |бір жолғы код*|бір реттік*|авторландыру коды*|авторизация коды*|аутентификация коды*|сәйкестендіру коды*
      |қалпына келтіру коды*|уақытша құпия*|sms код*|смс код*|верификация коды*|қол жеткізу коды*|кіруге арналған код*
      |құпия код*`,
    approval: `авторизация нөмірі`,
    code: `код*|құпиясөз*|құпия сөз*|пароль*|коды*|кодыңыз*|кодын*|құпиясөзі*|пин-код*|кілт*`,
    verify: `раста*|тексер*|қауіпсіздік*|кіру*|тіркел*|тіркеу*|белсендір*|бір реттік|растаңыз|растау|кіру|кіріңіз|жүйесіне кіру
      |авторизация*|сәйкестендір*|жалғастыр*|қалпына келтір*|жеке басы*|аккаунт*|шотыңыз*`,
    enter: `енгізіңіз|енгізу|пайдаланыңыз|енгізің|теріңіз|жазыңыз|қолданыңыз|пайдалан*`,
    with: `арқылы|көмегімен|кодымен|кодпен`,
    link: `үшін|сіздің|бұл|мына|сенің|өтінеміз|жүйесіне|қосымшасына`,
    copula: `болып табылады|болады`,
    share: `ешкімге|айтпаңыз|бермеңіз|хабарламаңыз|жібермеңіз|басқалар*|бөліспеңіз`,
    doubt: `сіз болмасаңыз|сұрамасаңыз`,
    stale: `мерзімі өтті|мерзімі аяқталды|жарамсыз|қате`,
    old: `ескі|бұрынғы|алдыңғы`,
    id: `тапсырыс*|тапсырыс нөмірі|клиент*|карта*|шот*|сәлемдеме*|броньдау*|тауар*|пошта индексі|жсн|бсн|келісімшарт*|өтініш*`,
    promo: `жеңілдік*|сыйлық*|акция*|ұтыс*|тегін|промокод*|дос*|шақыр*|сыйақы*|бонус*|кредит*|несие*|ұтып*|кэшбэк*`,
    notice: `қалдық|теңгерім|баланс*|жеткізіл*|аударым*|төлем*`,
    done: `төленді|расталды|сәтті|қабылданды|орындалды|мақұлданды|аударылды`,
    unit: `минут*|сағат*|күн*`,
    money: `теңге|тг|kzt`,
    month: `қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан`,
  },
  {
    language: "ky",
    otp: `ырастоо коду*|ырастоо код*|текшерүү коду*|коопсуздук коду*|бир жолку сырсөз*|бир жолку код*|кирүү коду*
      |ырастоо үчүн код*|бир жолку*|тастыктоо код*|тастыктоо коду*|катталуу коду*|авторизация коду*|активдештирүү коду*
      |убактылуу сырсөз*|купуя код*|калыбына келтирүү код*|sms код*|смс код*`,
    code: `код*|сырсөз*|коду*|кодуңуз*|кодун*|паролу*|пароль*|сырсөзү*|пин*`,
    verify: `ыраст*|текшер*|коопсуздук*|кирүү*|каттал*|ырасто*|кирүү|кириңиз|тастыкто*|катто*|авториза*|активдеш*|улантуу*|калыбына*
      |калыбына келтир*`,
    enter: `киргизиңиз|жазыңыз|колдонуңуз|териңиз`,
    with: `аркылуу|менен|жардамында`,
    link: `үчүн|сиздин|бул|сураныч`,
    share: `эч ким*|айтпаңыз|бербеңиз|эч кимге|башкаларга|бөлүшпөңүз`,
    stale: `мөөнөтү бүттү|жараксыз|мөөнөтү өттү`,
    old: `эски|мурунку`,
    id: `буйрутма*|буйрутма номери|заказ*|кардар*|карта*|эсеп*|посылка*|товар*`,
    promo: `арзандат*|белек*|акция*|арзандатуу*|промокод*|дос*|чакыр*|бонус*|кредит*|утуш*`,
    notice: `калдык|баланс*|жеткирил*|төлөм*`,
    unit: `мүнөт*|саат*|күн*|мүнөт|секунд*`,
    money: `сом|kgs`,
  },
  {
    language: "tk",
    otp: `tassyklama kod*|tassyklaýyş kod*|barlag kod*|howpsuzlyk kod*|bir gezeklik*|giriş kod*|aktiwleşdirme kod*`,
    code: `kod*|parol*|açar söz*|gizlin söz*|pin*`,
    verify: `tassykla*|tassyk*|barla*|howpsuzlyk*|girmek*|giriş*|aktiw*|hasaba al*`,
    enter: `giriziň|ulanyň|ýazyň`,
    with: `bilen|arkaly`,
    link: `siziň|üçin|bu`,
    share: `hiç kim*|paýlaşmaň|bermäň`,
    id: `sargyt*|müşderi*`,
    promo: `arzanlady*|sowgat*`,
    unit: `minut*|sagat*|gün*`,
    money: `manat|tmt`,
  },
  {
    language: "tt",
    otp: `раслау код*|раслау кодыгыз|бер тапкыр кулланыла*|керү код*`,
    code: `код*|серсүз*|пароль*`,
    verify: `расла*|керү*|керегез|теркәл*|иминлек*|активлаш*
      |тергез*|торгыз*`,
    enter: `кертегез|кулланыгыз|языгыз`,
    with: `белән|ярдәмендә`,
    link: `сезнең|өчен|бу`,
    share: `беркем*|әйтмәгез|бирмәгез`,
    id: `заказ*|клиент*`,
    promo: `ташлама*|бүләк*`,
    unit: `минут*|сәгать*`,
  },
  {
    language: "ba",
    code: `код*|серһүҙ*|пароль*`,
    verify: `раҫла*|инеү*|теркәл*|хәүефһеҙлек*`,
    enter: `индерегеҙ|ҡулланығыҙ`,
    with: `менән`,
    link: `һеҙҙең|өсөн|был`,
    share: `берәүгә|әйтмәгеҙ`,
    unit: `минут*`,
  },
  {
    language: "cv",
    code: `код*|парол*`,
    verify: `çирӗплет*|ҫирӗплет*`,
    link: `сирӗн|валли`,
  },
  {
    language: "sah",
    code: `код*|аһарык*`,
    verify: `бигэргэт*|туоһулат*`,
    link: `эн|эһиги`,
  },
  {
    language: "crh",
    code: `kod*|parol*`,
    verify: `tasdiq*|kiriş*`,
    link: `içün|siziñ`,
  },
  {
    language: "gag",
    code: `kod*`,
    verify: `doorula*`,
  },
  {
    language: "ug",
    otp: `دەلىللەش كود*|دەلىللەش نومۇر*|تەكشۈرۈش كود*`,
    code: `كود*|نومۇر*|پارول*|مەخپىي نومۇر*`,
    verify: `دەلىللە*|تەكشۈر*|كىرىش*|تىزىملى*`,
    enter: `كىرگۈزۈڭ|ئىشلىتىڭ`,
    with: `ئارقىلىق|بىلەن`,
    link: `سىزنىڭ|ئۈچۈن|بۇ`,
    share: `ھېچكىم*|باشقىلار*`,
    unit: `مىنۇت*`,
  },
];
