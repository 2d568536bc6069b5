/** Where a message names its sender: brackets, labels, `your … code`, signatures. Finds the stretch, not the meaning. */

import { DIGIT, LATIN as LATIN_SCRIPT, NONE, scriptOf } from "../scripts.ts";

/** A stretch of text that stands where a brand stands. `own` is how sure the place alone makes it. */
export interface Slot {
  name: string;
  own: number;
}

/** One to five words; a word holds letters, digits and the signs of names. Bounded, so matching stays linear. */
const WORD = "[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N}.&+'’!_-]{0,24}";
const NAME = `(${WORD}(?: ${WORD}){0,4}?)`;
/** A name after a preposition: it begins with a capital, a digit or a non-Latin script's foreign word. */
const CAPITAL = "[\\p{Lu}\\p{N}][\\p{L}\\p{M}\\p{N}.&+'’!_-]{0,24}";
const CAPITALS = `(${CAPITAL}(?:[ :]{1,2}${CAPITAL}){0,3})`;
/** Latin words inside a script without capitals (Thai, Chinese, Arabic …) are nearly always a brand. */
const LATIN_WORD = "[A-Za-z0-9][A-Za-z0-9.&+'!_-]{0,24}";
const LATIN = `(${LATIN_WORD}(?: ${LATIN_WORD}){0,3})`;

const NOUN =
  "(?:(?:one[- ]?time |sms |login |log[- ]?in |sign[- ]?in |account |mobile |phone |secure |app |application )?(?:verification|verify|verif|security|authentication|auth|authori[sz]ation|activation|confirmation|access|login|registration|validation|identity|safekey|temporary|secret|delivery|application|sms|otp|one[- ]?time|2fa|two[- ]factor)?[ -]?(?:security )?(?:code|coce|otp|pin|passcode|password|passwort|token|number|kode|kod|codes))";

interface Pattern {
  /** What the pattern serves, in words. */
  serves: string;
  own: number;
  pattern: RegExp;
}

const make = (serves: string, own: number, source: string, flags = "iu"): Pattern => ({
  serves,
  own,
  pattern: new RegExp(source, flags),
});

/** The words with and without a first capital; the pattern itself must stay sensitive to capitals. */
function anyCase(words: string): string {
  return `(?:${words
    .split("|")
    .map((w) => `[${w[0]}${(w[0] as string).toUpperCase()}]${w.slice(1)}`)
    .join("|")})`;
}

/** Best first. Each is tried once on the head and tail of the message. */
const PATTERNS: readonly Pattern[] = [
  make("Chinese, Japanese: 【brand】 first or last", 0.9, "^[\\s<#>\\[\\]]{0,6}【\\s?([^【】]{1,24})】"),
  make("", 0.88, "【\\s?([^【】]{1,24})】\\s*$"),
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
  make("Brandรหัส…", 0.8, `^\\s?(?:<#>)?\\s?${LATIN} ?(?:รหัส|โค้ด|验证码|驗證碼|認証|인증)`, "u"),
  make("…1234 is your Brand code", 0.86, `\\bis (?:your|the|a) ${NAME} ${NOUN}`),
  make(
    "code for Brand, log in to Brand",
    0.72,
    `\\b(?:for|with|into|to|from|at|on|by|of|using|via|your)(?: your| the| my| a| accessing your| creating your)? ${CAPITALS}`,
    "u",
  ),
  make(
    "Thai: of / for / account Brand",
    0.76,
    `(?:สำหรับ|ของ|บัญชี|แอป|แอปพลิเคชัน|แอพ|เข้า|ใช้งาน|สมาชิก|สมัคร|ระบบ|ผ่าน|จาก|เกม|ยืนยัน|รหัสผ่าน|ตรวจสอบ|รหัส|โค้ด|ชื่อผู้ใช้|เว็บไซต์|โดย)\\s?(?:OTP |otp )?['"“]{0,2}${LATIN}`,
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
    `(?:في|ب|لـ|ل|من|على|در|به|سایت|برای|ל|של|ב|מ)-?\\s?${LATIN}`,
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
  make("signature: … - Brand", 0.87, `[-–—~/]\\s?([\\p{L}][\\p{L}\\p{M}\\p{N} .&'+]{1,28})[.\\s]*$`, "u"),
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
    `^\\s?(?:<#>)?\\s?${LATIN}(?=[\\s,]?[\\u0400-\\u0fff\\u1000-\\uffdc])`,
    "u",
  ),
];

const HEAD = 700;
const TAIL = 160;

/** All slots of a message, surest first. Reads at most its head and tail. */
export function findSlots(text: string): Slot[] {
  const part = text.length > HEAD + TAIL ? `${text.slice(0, HEAD)}\n${text.slice(-TAIL)}` : text;
  const clean = part
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
    .replace(/[ \t\u00a0]+/g, " ");
  const slots: Slot[] = [];
  for (const { pattern, own } of PATTERNS) {
    const name = pattern.exec(clean)?.[1]?.trim();
    if (name) slots.push({ name, own });
  }
  return isMostlyForeign(clean) ? [...slots, ...latinRuns(clean)] : slots;
}

/** Thai, Chinese, Arabic … messages write brands in Latin letters, wherever they stand. */
function latinRuns(text: string): Slot[] {
  const slots: Slot[] = [];
  const runs = new RegExp(
    `(?<![\\p{L}\\p{N}/.@:+=-])(?<!(?:[Rr]ef|REF|อ้างอิง)[^A-Za-z\\n]{0,8})${LATIN}`,
    "gu",
  );
  for (const match of text.matchAll(runs)) {
    const name = match[1] as string;
    if (slots.length >= MAX_RUNS || /\d{3}|\d[A-Za-z]+\d/.test(name)) continue;
    const last = match.index + name.length >= text.trimEnd().length - 1;
    slots.push({ name, own: 0.62 - slots.length * 0.01 + (last ? 0.05 : 0) });
  }
  return slots;
}

const MAX_RUNS = 5;

function isMostlyForeign(text: string): boolean {
  let latin = 0;
  let foreign = 0;
  for (let i = 0; i < text.length; i++) {
    const script = scriptOf(text.charCodeAt(i));
    if (script === LATIN_SCRIPT) latin++;
    else if (script !== NONE && script !== DIGIT) foreign++;
  }
  return foreign > latin / 2;
}
