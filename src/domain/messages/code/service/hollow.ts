/**
 * Words, in addition to the vocabulary's, that appear where names do but are not names: greetings, titles, words
 * about web and telephone. Folded, as messages are read.
 */
import { keyOf } from "./keys.ts";

export const HOLLOW: ReadonlySet<string> = new Set(
  `dear hi hello hey alert notice notification customer client user member sir madam friend guest player valued cust mr mrs ms
  will does did not no yes and or if it its we our us all any new more please pls kindly important urgent attention reminder warning
  sms text txt message messages email e mail mobile phone telephone number numbers web website online app apps application service services
  http https www com net org html id ids ref username user account accounts acct profile page link click tap here below above
  bank debit credit card cards amount rs inr usd eur transaction trx txn payment purchase transfer transfers order orders delivery booking
  am pm gmt utc est min mins minute minutes hour hours day days time today tomorrow date dated valid until till before
  welcome thank thanks regards team sincerely from by via at the a an your you for this that these with into of on in to is are was be been
  stop help info reply free msg data rates may apply powered support contact call dial visit download open go get use enter type
  official copy code codes pin otp pins password secret secure security safe verification authentication confirmation one two first last
  next step steps following received request requested requests login log sign signin signup registration register confirm verify
  hola ola hallo bonjour ciao salut hej hei moi cześć czesc ahoj szia zdravo merhaba selam sayin sayın değerli degerli estimado estimada
  caro cara cher chère chere cliente clientes usuario usuário utente kunde kunden klient kunder klantnummer sehr geehrte geehrter liebe lieber
  beste geachte gentile egregio spoštovani poštovani postovani vážený vazeny szanowny szanowna drogi stimate stimata bok
  уважаемый уважаемая уважаемые клиент клиента здравствуйте привет добрый день пользователь абонент шановний шановна вітаємо привіт
  عزيزي عزيزتي العميل مرحبا مرحبًا أهلا اهلا تحية السلام عليكم كاربر گرامی مشتری مشترك عزيز سلام كاربرگرامی
  לקוח שלום היי יקר ללקוח प्रिय ग्राहक नमस्ते নমস্কার প্রিয় গ্রাহক வணக்கம் వినియోగదారు
  kính quý khách kinh quy khach chào chao yth pelanggan nasabah bapak ibu kak halo hai salam pengguna encik puan
  сигурност ваш ваша ваше ваши vash vasha su sua seu tu tua teu il lo la los las les le de del der die das den dem ein eine un une una
  jouw uw din dit ditt votre ton vos tes ihr ihre ihren ihrer ihres ihrem deiner deines deinem euch eure eurer dein deine sinun teie tavo jūsų jūsu vaš vaša vaše váš vaše tvoj tvoja tvůj twój twoje
  ang iyong mo anda kamu kodu kodunuz kod kode код кода กรุณา โปรด เรียน คุณ ท่าน ลูกค้า สวัสดี ข้อความ จาก แจ้ง ระบบ บริการ
  сайте сайт сайта приложении приложение приложения сервис сервисе сервиса системе систему портале портал кабинет кабинете сайті додатку додатка застосунку
  sitio página pagina aplicación aplicativo aplicatie aplicația aplikacja aplikacji aplikaci aplikacije aplikaciji uygulaması uygulamasına uygulama aplikasi ứng dụng ung dung
  stranici strani webu portálu serwisie serwisu sivustolle palveluun palvelussa sovellukseen הבא הבאה لموقع تطبيق موقع سایت اپلیکیشن برنامه
  アプリ คำเตือน ข้อมูล โทรศัพท์ หมายเหตุ 警告 注意 guten tag o il y l d s t
  чтобы чтоб щоб каб afin damit aby hogy kako para pour per pro för voor untuk upang ili kugira дабы برای لـ
  提醒 通知 短信 温馨提示 溫馨提示 尊敬的 客户 客戶 用户 用戶 会员 會員 您好 亲 亲爱的 발신 web발신 국제발신 国外发送 국외발신 고객님 안녕하세요 お客様 お知らせ 重要 ご案内`
    .split(/\s+/)
    .map(keyOf),
);
