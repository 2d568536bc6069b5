/** Where a name is relative to its code, in the word order of each language; the names are in no list. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createServiceRecognizer } from "../../service.ts";

const recognize = createServiceRecognizer([]);

const LARKSPUR: Record<string, string[]> = {
  "before the noun": [
    "Your Larkspur code is 482913",
    "482913 is je Larkspur-code",
    "Larkspur認証コード: 482913",
    "Larkspur 인증번호는 482913입니다",
    "Larkspur doğrulama kodunuz: 482913",
    "Larkspur-vahvistuskoodisi on 482913",
    "मेरा Larkspur सत्यापन कोड 482913",
  ],
  "behind the noun": [
    "Twój kod weryfikacyjny Larkspur to 482913",
    "Tu código de verificación de Larkspur es 482913",
    "Mã xác minh Larkspur của bạn là 482913",
    "رمز التحقق من Larkspur هو 482913",
    "Kode verifikasi Larkspur Anda adalah 482913",
    "Ваш код для Larkspur: 482913",
  ],
  "behind the noun and a word that no list knows": [
    "482913 nyaéta kode pangsadar Larkspur anjeun",
    "Kodi yofunika Larkspur yanu ndi 482913",
  ],
  "behind the purpose": [
    "Use 482913 to sign in to Larkspur",
    "Gunakan 482913 untuk masuk ke Larkspur",
    "Použijte 482913 k přihlášení do Larkspur",
  ],
  "tied to a particle": ["Ikhodi yakho yeLarkspur ithi 482913", "482913 ni kode yawe kuLarkspur"],
  "in a frame": [
    "【Larkspur】验证码482913",
    "[Web발신]\n[Larkspur] 인증번호 482913",
    "482913 is your code - Larkspur",
    "Larkspur: 482913",
  ],
};

const NOBODY = [
  "Afin de confirmer votre virement, saisissez 482913",
  "Ihre vorläufige PIN: 482913",
  "Votre code est 482913",
  "Quickly to verify, enter 482913",
  "Чтобы сбросить пароль, введите 482913",
  "PT50 0034: o seu código é 482913",
];

for (const [place, texts] of Object.entries(LARKSPUR)) {
  test(place, () => {
    for (const text of texts) assert.match(recognize(text)[0]?.name ?? "", /Larkspur/, text);
  });
}

test("what stands where names stand and is none", () => {
  for (const text of NOBODY) assert.deepEqual(recognize(text), [], text);
});

test("the mark of Korean operators comes before the bracket that names", () => {
  assert.equal(recognize("[Web발신]\n[나루은행] 이체 OTP [118204] 타인 노출 금지")[0]?.name, "나루은행");
});
