/** From a stretch of text to a service: a known name in it, or a slug of its own. */
import type { RecognizedService } from "../../service.ts";
import type { NameIndex } from "./names.ts";
import { deriveSlug, isCommonWord, keyOf } from "./names.ts";

/** Words that stand where a brand stands without being one; a slot of nothing else names nobody. */
const EMPTY = new Set(
  `the a an your you ur my our this that is are was be dear hi hello hey alert notice info customer client user sir madam friend member
  verification verify verified security authentication auth authorization activation confirmation access login log sign in on off to of for from at by with and or
  one time otp otps pin code codes coce password passcode token number sms message msg text mobile phone account new secret temporary registration register
  use enter please do not share valid expires minutes mins min app application website online web email e-mail id user username ref reference no note
  if it it's never don't didn't request we will note warning important attention welcome thanks thank team here below complete continue
  bank debit credit card ending txn transaction trxn rs inr usd eur amount approved txns device service customer's delivery order link click
  验证码 验证密码 登录 注册 提醒 办理确认提醒 通知 短信 重要提示 验证 订购 动态密码 認証 認証コード パスワード ワンタイムパスワード 確認コード thb jpy 인증번호 web발신 국제발신 国外发送 รหัส รหัสยืนยัน โค้ด ยืนยัน คุณ ท่าน otp= код пароль
  jam pm am gmt utc edt est today tomorrow รหัสอ้างอิง อ้างอิง รหัสผ่าน รหัสลับ activate activates ref: pin-code kode kod código codigo verificación verificacion confirmación seguridad su tu seu votre il codice code: verifikasi aktivasi anda adalah
  ihr ihre ihren ihrem dein deine deinen euer der die das ein eine votre ton ta vos tes le la les un une el los las tus sus sua seus suas o os as uno una tuo tua suo je jouw uw het de een din ditt dit er sinun twój twoje twoj tvoj tvůj váš vaš vaša vaše kodu kodunuz sizin onay doğrulama ваш ваша ваше твой твоя ваши для це цей ваші`
    .split(/\s+/)
    .map(keyOf),
);

/** Looks a stretch up as a whole, then its parts; `own` is the confidence of the place it stood in. */
export function resolveName(index: NameIndex, stretch: string, own: number): RecognizedService | null {
  const name = trimmed(stretch);
  if (name === "") return null;
  const whole = index.byKey.get(keyOf(name)) ?? index.byKey.get(keyOf(withoutDomain(name)));
  if (whole && !isUnlikely(name))
    return { slug: whole, name, confidence: Math.min(0.99, own + 0.08), known: true };
  const part = knownPart(index, name);
  if (part) return { slug: part.slug, name: part.name, confidence: own, known: true };
  const slug = deriveSlug(withoutDomain(name));
  if (/^[\d-]*$/.test(slug) || isTooShort(name)) return null;
  return { slug, name, confidence: own - 0.1, known: false };
}

/** Two letters name something only in capitals (`EA`, `HB`) or in a script where two letters are a word. */
function isTooShort(name: string): boolean {
  return keyOf(name).length < 3 && !/^[\p{Lu}\p{Lo}\p{N}]{2}$/u.test(name);
}

/** `ok`, `no`, `me` in small letters are words even where a brand is expected. */
function isUnlikely(name: string): boolean {
  return /^[a-z]{1,3}$/.test(name);
}

/** The label of a host that names: `www.affirm.com`, `login.lark.co.th`, `Flatmates.com.au`; else the name itself. */
function withoutDomain(name: string): string {
  if (!/^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(name) || /\.\p{Lu}/u.test(name)) return name;
  const labels = name.split(".");
  labels.pop();
  if (labels.length > 1 && /^(?:com?|net|org|gov|go|ac|edu|or|ne|in)$/i.test(labels.at(-1) as string))
    labels.pop();
  // A platform that hosts others' links (`lark.onelink.me`): the name stands before it.
  if (labels.length > 1 && /^(?:onelink|page|app|link|github|web|vercel)$/i.test(labels.at(-1) as string))
    labels.pop();
  return labels.at(-1) as string;
}

/** Empty words fall from both ends: `your new Acme account` → `Acme`. */
function trimmed(stretch: string): string {
  const words = stretch.trim().split(/\s+/);
  while (words.length > 0 && isEmpty(words[0] as string)) words.shift();
  while (words.length > 0 && isEmpty(words.at(-1) as string)) words.pop();
  return words.join(" ").replace(/^[\s"'“”«»‘’.,:;!-]+|[\s"'“”«»‘’.,:;!-]+$/g, "");
}

function isEmpty(word: string): boolean {
  const key = keyOf(word);
  return key === "" || /^\d+$/.test(key) || EMPTY.has(key);
}

/** A known name of at least four letters among the words of a stretch: `Amex SafeKey`, `TikTok Ads`. */
function knownPart(index: NameIndex, name: string): { slug: string; name: string } | null {
  const words = name.split(/\s+/);
  for (let size = words.length - 1; size > 0; size--) {
    for (let i = 0; i + size <= words.length; i++) {
      const part = words.slice(i, i + size).join(" ");
      const key = keyOf(part);
      const slug = key.length >= 4 && !(size === 1 && isCommonWord(key)) ? index.byKey.get(key) : undefined;
      if (slug) return { slug, name: part };
    }
  }
  return null;
}
