import type { Language } from "./languages.ts";

/** Texts that fit every service. No number but the code has more than two digits. */
export const localTexts: Readonly<Record<Language, readonly string[]>> = {
  en: [
    "Your {service} verification code is {code}. It expires in 10 minutes.",
    "{code} is your {service} code. Do not share it with anyone.",
    "{service}: use {code} to finish signing up. If this wasn't you, ignore this message.",
    "Hi! {code} is the one-time password for your {service} account. It works for 5 minutes.",
    "[{service}] Verification code: {code}. We will never call you to ask for it.",
    "{service} security code: {code}. Enter it in the app to continue.",
    "Use the code {code} to confirm your phone number with {service}. Valid for 15 minutes.",
    "Your OTP for {service} is {code}. Never give it to anyone, including our staff.",
  ],
  es: [
    "Tu código de verificación de {service} es {code}. Vence en 10 minutos.",
    "{code} es tu código de {service}. No lo compartas con nadie.",
    "{service}: ingresa el código {code} para confirmar tu número. Si no lo pediste, ignora este mensaje.",
  ],
  fr: [
    "Votre code de vérification {service} est {code}. Il expire dans 10 minutes.",
    "{code} est votre code {service}. Ne le communiquez à personne.",
    "{service} : saisissez le code {code} pour confirmer votre numéro.",
  ],
  de: [
    "Dein Bestätigungscode für {service} lautet {code}. Er gilt 10 Minuten.",
    "{code} ist dein {service}-Code. Gib ihn an niemanden weiter.",
    "{service}: Mit dem Code {code} bestätigst du deine Telefonnummer.",
  ],
  pt: [
    "Seu código de verificação {service} é {code}. Ele expira em 10 minutos.",
    "{code} é o seu código do {service}. Não compartilhe com ninguém.",
    "{service}: digite o código {code} para confirmar seu número. Se não foi você, ignore.",
  ],
  it: [
    "Il tuo codice di verifica {service} è {code}. Scade tra 10 minuti.",
    "{code} è il tuo codice {service}. Non condividerlo con nessuno.",
  ],
  nl: [
    "Je verificatiecode voor {service} is {code}. De code is 10 minuten geldig.",
    "{code} is je code voor {service}. Deel hem met niemand.",
  ],
  pl: [
    "Twój kod weryfikacyjny {service} to {code}. Jest ważny 10 minut.",
    "{code} to Twój kod do {service}. Nie podawaj go nikomu.",
  ],
  ru: [
    "Ваш код подтверждения {service}: {code}. Действует 10 минут.",
    "{code} — код для входа в {service}. Никому его не сообщайте.",
    "{service}: введите код {code}, чтобы подтвердить номер телефона.",
  ],
  uk: [
    "Ваш код підтвердження {service}: {code}. Діє 10 хвилин.",
    "{code} — код для входу в {service}. Нікому його не повідомляйте.",
  ],
  ar: [
    "رمز التحقق الخاص بك في {service} هو {code}. ينتهي خلال 10 دقائق.",
    "{code} هو رمز {service} الخاص بك. لا تشاركه مع أي شخص.",
    "{service}: أدخل الرمز {code} لتأكيد رقم هاتفك.",
  ],
  fa: [
    "کد تأیید {service} شما: {code}\nاین کد را به کسی ندهید.",
    "{service}: برای ورود کد {code} را وارد کنید. اعتبار کد 10 دقیقه است.",
  ],
  hi: [
    "आपका {service} सत्यापन कोड {code} है। यह 10 मिनट तक मान्य है।",
    "{code} आपका {service} OTP है। इसे किसी के साथ साझा न करें।",
    "{service}: अपना नंबर सत्यापित करने के लिए कोड {code} दर्ज करें।",
  ],
  id: [
    "Kode verifikasi {service} Anda adalah {code}. Berlaku 10 menit.",
    "{code} adalah kode {service} Anda. Jangan berikan kepada siapa pun.",
    "{service}: masukkan kode {code} untuk mengonfirmasi nomor Anda.",
  ],
  zh: [
    "【{service}】您的验证码是{code}，10分钟内有效，请勿告知他人。",
    "【{service}】验证码：{code}。您正在登录，若非本人操作，请忽略本短信。",
    "{code} 是您的 {service} 验证码，请勿泄露给任何人。",
  ],
  ja: [
    "【{service}】認証コードは {code} です。10分以内に入力してください。",
    "{service} の確認コード：{code}。このコードを他人に教えないでください。",
  ],
  ko: [
    "[{service}] 인증번호는 {code}입니다. 10분 안에 입력해 주세요.",
    "[{service}] 본인확인 인증번호 {code}. 다른 사람에게 알려주지 마세요.",
  ],
  tr: [
    "{service} doğrulama kodunuz: {code}. 10 dakika geçerlidir.",
    "{code}, {service} giriş kodunuzdur. Kimseyle paylaşmayın.",
    "{service}: numaranızı onaylamak için {code} kodunu girin.",
  ],
  th: ["รหัสยืนยัน {service} ของคุณคือ {code} ใช้ได้ภายใน 10 นาที", "{code} คือรหัส {service} ของคุณ ห้ามบอกผู้อื่น"],
  vi: [
    "Mã xác minh {service} của bạn là {code}. Mã có hiệu lực trong 10 phút.",
    "{code} là mã {service} của bạn. Không chia sẻ mã này với bất kỳ ai.",
  ],
  sw: [
    "Nambari yako ya uthibitisho ya {service} ni {code}. Usimpe mtu mwingine.",
    "Tumia nambari {code} kuingia kwenye {service}. Itaisha baada ya dakika 10.",
  ],
  ha: [
    "Lambar tabbatarwa ta {service} ita ce {code}. Kada ka ba kowa.",
    "{service}: ka shigar da lamba {code} don tabbatar da wayarka. Za ta ƙare cikin minti 10.",
  ],
  yo: [
    "OTP {service} rẹ ni {code}. Má ṣe fi kóòdù yìí hàn ẹnikẹ́ni.",
    "{service}: lo kóòdù {code} láti wọlé. Ó máa ṣiṣẹ́ fún ìṣẹ́jú 10.",
  ],
  ig: [
    "Koodu nkwenye {service} gị bụ {code}. Egosila ya onye ọ bụla.",
    "{service}: jiri koodu {code} banye. Ọ ga-agwụ n'ime nkeji 10.",
  ],
};

/** Messages of services that are not verifications. */
export const welcomeTexts: readonly string[] = [
  "Welcome to {service}! Your account is ready. Open the app to get started.",
  "Thanks for joining {service}. We will text you only about your account. Reply STOP to opt out.",
  "{service}: your phone number was added to your account. If this wasn't you, contact our support.",
];
