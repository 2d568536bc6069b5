/** The places where messages name their sender, as patterns with one group for the name. */

/** One to five words; a word holds letters, digits and the signs of names. Bounded, so matching stays linear. */
const WORD = "[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N}.&+'’!_-]{0,24}";
const NAME = `(${WORD}(?: ${WORD}){0,4}?)`;
/** A name after a preposition: it begins with a capital, a digit or a non-Latin script's foreign word. */
const CAPITAL = "[\\p{Lu}\\p{N}][\\p{L}\\p{M}\\p{N}.&+'’!_-]{0,24}";
const CAPITALS = `(${CAPITAL}(?:[ :]{1,2}${CAPITAL}){0,3})`;
/** Latin words inside a script without capitals (Thai, Chinese, Arabic …) are nearly always a brand. */
const LATIN_WORD = "[A-Za-z0-9][A-Za-z0-9.&+'!_-]{0,24}";
export const LATIN_NAME = `(${LATIN_WORD}(?: ${LATIN_WORD}){0,3})`;

const NOUN =
  "(?:(?:one[- ]?time |sms |login |log[- ]?in |sign[- ]?in |account |mobile |phone |secure |app |application )?(?:verification|verify|verif|security|authentication|auth|authori[sz]ation|activation|confirmation|access|login|registration|validation|identity|safekey|temporary|secret|delivery|application|sms|otp|one[- ]?time|2fa|two[- ]factor)?[ -]?(?:security )?(?:code|coce|otp|pin|passcode|password|passwort|token|number|kode|kod|codes|\\p{L}{1,24}-?(?:code|kode|kod|kód|koodi|koden)))";

/** `own` is the confidence the place gives; a pattern with `needs` is tried only where that sign occurs. */
export interface SlotPattern {
  /** What the pattern serves, in words. */
  serves: string;
  own: number;
  pattern: RegExp;
  needs?: string;
}

const make = (serves: string, own: number, source: string, flags = "iu", needs?: string): SlotPattern => ({
  serves,
  own,
  pattern: new RegExp(source, `g${flags}`),
  ...(needs && { needs }),
});

/** The words with and without a first capital; the pattern itself must stay sensitive to capitals. */
function anyCase(words: string): string {
  return `(?:${words
    .split("|")
    .map((w) => `[${w[0]}${(w[0] as string).toUpperCase()}]${w.slice(1)}`)
    .join("|")})`;
}

/** Best first. */
export const SLOT_PATTERNS: readonly SlotPattern[] = [
  make(
    "Chinese, Japanese: 【brand】 first or last",
    0.9,
    "^[\\s<#>\\[\\]]{0,6}【\\s?([^【】]{1,24})】",
    "u",
    "【",
  ),
  make("Chinese: 【brand】 as the signature", 0.88, "【\\s?([^【】]{1,24})】\\s*$", "u", "【"),
  make(
    "[brand], <brand>, (brand), *brand* first",
    0.88,
    "^\\s?(?:<#>|\\[#\\])?\\s?[\\[<(*]{1,2}\\s?([^\\[\\]<>()*#]{2,30}?)\\s?[\\]>)*]{1,2}",
  ),
  make(
    "your Brand verification code",
    0.86,
    `\\b(?:your|ur)(?: new| one-time| one time| all numeric)? ${NAME}(?:'s|’s)? ${NOUN}\\b`,
  ),
  make(
    "Jou Brand verifikasiekode, Ihr Brand-Code",
    0.84,
    `(?:^|[\\s>:])${anyCase("jou|ihr|dein|ihre|deine|je|jouw|uw|din|ditt|votre|ton|tu|su|seu|twój|váš|vaš|ваш|твой")} ${CAPITALS}[ -](?:\\p{L}{0,16}(?:code|kode|kod|kód|koodi)\\b|код|otp|tan|pin)`,
    "u",
  ),
  make(
    "Brand: your code …",
    0.82,
    "^\\s?(?:<#>)?\\s?([\\p{L}\\p{N}][^:\\n.,。：=[\\](){}<>]{1,24}?)\\s?[:：] ?\\S",
  ),
  make(
    "Brand code: 1234, Brand OTP 1234, BRAND รหัส",
    0.84,
    `^\\s?(?:<#>)?\\s?(?:use |enter |alert:? ?)?${NAME}[ -]{1,3}(?:(?:member |account |app )?(?:${NOUN}|security|activate|รหัส|โค้ด|код|kode|código|code))(?![\\p{L}])`,
  ),
  make("Brandรหัส…", 0.8, `^\\s?(?:<#>)?\\s?${LATIN_NAME} ?(?:รหัส|โค้ด|验证码|驗證碼|認証|인증)`, "u"),
  make("…1234 is your Brand code", 0.86, `\\bis (?:your|the|a) ${NAME} ${NOUN}`),
  make(
    "code for Brand, log in to Brand",
    0.72,
    `\\b(?:for|with|into|to|from|on|by|of|using|via|your)(?: your| the| my| a| accessing your| creating your)? ${CAPITALS}`,
    "u",
  ),
  make(
    "Thai: of / for / account Brand",
    0.76,
    `(?:สำหรับ|ของ|บัญชี|แอป|แอปพลิเคชัน|แอพ|เข้า|ใช้งาน|สมาชิก|สมัคร|ระบบ|ผ่าน|จาก|เกม|ยืนยัน|รหัสผ่าน|ตรวจสอบ|รหัส|โค้ด|ชื่อผู้ใช้|เว็บไซต์|โดย)\\s?(?:OTP |otp )?['"“]{0,2}${LATIN_NAME}`,
    "u",
  ),
  make(
    "Chinese: log in to Brand",
    0.7,
    "(?:登录|登錄|登入|注册|註冊|您的|使用|绑定|正在登录|将|您的\\s)\\s?([A-Za-z][A-Za-z0-9.+]{1,20})",
    "u",
  ),
  make(
    "Slavic: код Brand, на Brand, от Brand",
    0.74,
    `(?:^|[\\s,])(?:код|коду|в|на|от|для|сайте|сервисе|приложении|ящика|у|від|до|kod|dla|do|w|na|v|od|ot|za) ['«"@]{0,2}${CAPITALS}`,
    "u",
  ),
  make(
    "Romance and Germanic: de Brand, para Brand, bei Brand",
    0.72,
    `(?:^|[\\s,])(?:de|para|en|do|da|no|na|pour|sur|di|per|su|für|bei|zu|bij|voor|van|för|på|hos|til|for|pentru|la|codigo|código|code|kode|anda|aktivasi|verifikasi|masuk) ['«"]{0,2}${CAPITALS}`,
    "u",
  ),
  make(
    "Arabic, Persian, Hebrew: في Brand",
    0.72,
    `(?:في|ب|لـ|ل|من|على|در|به|سایت|برای|ל|של|ב|מ)-?\\s?${LATIN_NAME}`,
    "u",
  ),
  make(
    "Japanese, Korean, Vietnamese, Turkish: Brand の, Brand 인증, dich vu Brand",
    0.7,
    `(?:dich vu|dịch vụ|ung dung|ứng dụng|cua|của|tai khoan|tài khoản|tren|trên)\\s${CAPITALS}`,
    "u",
  ),
  make(
    "Persian: in the site, app, bank Brand",
    0.74,
    `(?:سایت|سامانه|اپلیکیشن|برنامه|کیف‌پول|فروشگاه) (${WORD}(?: ${WORD})?)\\s*(?:\\n|$)`,
    "u",
  ),
  make("Japanese: a last word in katakana", 0.68, "[！。!.\\s]([\\p{sc=Katakana}ー・]{3,20})\\s*$", "u"),
  make(
    "signature: … - Brand",
    0.87,
    `[-–—~/]\\s?([\\p{Lu}\\p{Lo}](?:[\\p{L}\\p{M} .&'+]|\\p{N}(?!\\p{N})){1,28})[.\\s]*$`,
    "u",
  ),
  make(
    "signature: … by Brand, Team Brand, โดย",
    0.7,
    `(?:[Tt]eam|[Bb]y|[Ff]rom|[Rr]egards,?|[Ss]incerely,?|[Tt]hanks,?|โดย) ([\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} .&'+-]{1,40})[.\\s]*$`,
    "u",
  ),
  make(
    "signature: a last sentence of one to three words",
    0.66,
    `[.!] ?((?:${CAPITAL})(?: ${CAPITAL}){0,2})[.\\s]*$`,
    "u",
  ),
  make(
    "Brand never asks, Brand does not have",
    0.7,
    `(?:^|[.!] )(?!Please|Do |We |You |It |Never)${CAPITALS} (?:will |does |do )?(?:never|not|won't|won’t)`,
    "u",
  ),
  make(
    "a first line that names the house",
    0.6,
    "^\\s?\\*?([\\p{L}][\\p{L}\\p{M}\\p{N} .&'’-]{2,30})\\*?\\s{0,3}\\n",
    "u",
  ),
  make(
    "a Latin word first in a message of another script",
    0.6,
    `^\\s?(?:<#>)?\\s?${LATIN_NAME}(?=[\\s,]?[\\u0400-\\u0fff\\u1000-\\uffdc])`,
    "u",
  ),
];
