/** The cases other extractors fail on, by kind. Every text was written for this test. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { findCode } from "../code.ts";

type Case = [text: string, code: string | null];

const CASES: Record<string, Case[]> = {
  "other numbers stand nearer or earlier": [
    ["OTP 730519 for INR 1,249.00 at Larkspur on card 5446*****63. Txn 88120455.", "730519"],
    ["Card ending 4471: your verification code is 551904.", "551904"],
    ["Ma OTP 604118, so tien 6000000 VND, ma giao dich 7709. LH 19001234", "604118"],
    ["Transaction 90417733 of 1,555,000 IRR. Password: 48213", "48213"],
    ["Help: 10086. Verification code 551904.", "551904"],
    ["Larkspur Shop 24 code: 730519, questions? call1333", "730519"],
    ["Your account W8406772: use verification code 551904 to sign in", "551904"],
    ["The OTP for your request no. 4471 dated 14-03-2025 is 604118", "604118"],
    ["Login from 10.20.30.40 at 21:06. Code 730519", "730519"],
  ],
  "reference codes stay, codes go": [
    ["OTP=551904 Ref=LKSP", "551904"],
    ["รหัส OTP 730519 (รหัสอ้างอิง 8565)", "730519"],
    ["Your OTP is 730519 (ref : 572420)", "730519"],
    ["LKSP-551904 is your Larkspur verification code", "551904"],
    ["LARK - 067342 is your one time password", "067342"],
    ["OTP: 7297 ref:lk8-e89q", "7297"],
    ["FB-48213 is your confirmation code", "48213"],
  ],
  "dates, times and validity stand between": [
    ["Le code valable jusqu'au 14/03/2025 à 21h06 est 551904", "551904"],
    ["OTP (valid until 21:06, 14 March 2025): 730519", "730519"],
    ["OTP 604118 valid for the next 20min", "604118"],
    ["รหัส OTP ใช้ได้ถึง 14/03/2565 เวลา 21:06 คือ 551904", "551904"],
    ["رمز پویا: 48213\nتاریخ 1405/06/13", "48213"],
  ],
  "scripts without spaces": [
    ["รหัสคือ551904กรุณากรอก", "551904"],
    ["验证码551904，请勿泄露", "551904"],
    ["รหัสOTP551904", "551904"],
    ["您的验证码是551904。", "551904"],
    ["認証番号551904を入力", "551904"],
    ["VerifyCode:551904", "551904"],
    ["551904(รหัสLarkPayOTP) ห้ามบอกผู้อื่น", "551904"],
  ],
  "groups are kept as written": [
    ["Your code is 551 904", "551 904"],
    ["Váš kód je 013 214", "013 214"],
    ["Larkspur code 551-904", "551-904"],
    ["Your recovery code: 5519-0447", "5519-0447"],
    ["Your code: 730519. Questions? 388-941-4444", "730519"],
    ["+1-388-941-4444: your code is 551-904", "551-904"],
    ["Reach us on 0845 021 3680", null],
  ],
  "letters and digits": [
    ["Your Larkspur verification code: RGT1BK", "RGT1BK"],
    ["Your Larkspur login code is QK5WR", "QK5WR"],
    ["Your verification code is 4ebb12", "4ebb12"],
    ["Your activation code: AB1-CD2", "AB1-CD2"],
    ["รหัสยืนยัน Larkspur: k4z9fvd4", "k4z9fvd4"],
    ["Verification code: MKFSUC", "MKFSUC"],
    ["TAN\n a u 8 k u f\n(5 Min.)", "a u 8 k u f"],
    ["Security code for account W8406772 is on its way", null],
    ["1024CODE: your verification code is 551904", "551904"],
    ["551904 is your 98point6 verification code, ask for FIRST3", "551904"],
    ["12345X is your Larkspur account security code", "12345X"],
  ],
  "unusual lengths": [
    ["Your Larkspur verification code is 481", "481"],
    ["Your security code is 0932452", "0932452"],
    ["Your one-time code: 90417733", "90417733"],
    ["رمز دوم: 1122334455", "1122334455"],
  ],
  "the same code in a link": [
    ["Larkspur code: 48213. Or tap https://lark.example/login/48213", "48213"],
    ["WhatsApp code 551-904. You can also tap v.whatsapp.com/551904", "551-904"],
    ["Verify here: https://lark.example/v/551904", null],
  ],
  "bare codes, codes alone on a line, codes first": [
    ["551904", "551904"],
    ["551-904", "551-904"],
    ["larkspur:551904", "551904"],
    ["Here is the mTAN you asked for in our shop today:\n\n90417733\n\nKind regards", "90417733"],
    ["551904 คือรหัสยืนยันของคุณ", "551904"],
    ["551904（动态验证码）", "551904"],
    ["551-904 — код для входа", "551-904"],
    ["551904 is your code", "551904"],
  ],
  "no code at all": [
    ["Never share your OTP, PIN or CVV. Bank staff will not ask for them. Helpline 18001234", null],
    ["You changed the PIN of card 4471 on 14/03/2025", null],
    ["Size ozel kodunuz: 8507119 ile %30 indirim", null],
    ["Winner! Claim code KL341 valid 12 hours", null],
    ["PIN undian anda 25K4471", null],
    ["Your delivery 551904 arrives today, customer number 90417733", null],
    ["Booking no. 551904 confirmed for 14 March", null],
    ["Tracking number: 90417733", null],
    ["Token: 1234-5678-9012-3456-7890 Amt 500", null],
    ["Click to log in: https://lark.example/magic?t=551904", null],
    ["Promo code LARK20", null],
    ["Text WIN to 83049", null],
    ["An OTP has been sent to your mobile ending 4471", null],
    ["Vul je postcode 1012 in", null],
  ],
  "noise": [
    ["<#> 551904 is your Larkspur code. Abc1DeFGh+j", "551904"],
    ["[#] Your Larkspur code is 551904\nAbc1DeFGh+j", "551904"],
    ["<#>‫رمز التحقق هو 551904‬\nAbc1DeFGh+j", "551904"],
    ["Your code is: \u200b551904\u200b", "551904"],
    ["Your 0TP is 551904", "551904"],
    ["551904 is your code. Don\\'t share it.", "551904"],
    ["รหัส OTP สำหรับ ${scene} คือ 551904", "551904"],
    ["Your code isâ€š 551904. Donâ€™t share", "551904"],
    ["ï¿½ï¿½ï¿½ verification code 551904", "551904"],
    ["Ｙｏｕｒ ｃｏｄｅ ｉｓ ５５１９０４", "５５１９０４"],
  ],
  "two codes, or one twice": [
    ["您的验证码是551904。Your verification code is 551904.", "551904"],
    ["Your OTP is 551904. รหัส OTP ของคุณคือ 551904", "551904"],
  ],
  "phrases of well-known senders": [
    ["Your Uber code is 4471. Never share this code. Reply STOP ALL to unsubscribe.", "4471"],
    ["PayPal: 551904 is your security code. Don't share it.", "551904"],
    ["Your WeChat verification code (551904) may only be used once to verify mobile number.", "551904"],
    ["認証番号「4471」をLINEで入力して下さい。他人には教えないで下さい。", "4471"],
    ["Cash App: 551-904 is the sign in code you requested.", "551-904"],
    ["Nike: 551904", "551904"],
    ["Mail.Ru: 551904", "551904"],
    ["Use 551904 as Microsoft account security code", "551904"],
    ["551904 is your Amazon OTP. Do not share it with anyone.", "551904"],
    ["Ваш код Uber: 4471", "4471"],
    ["Tu código Bolt: 4471", "4471"],
    ["Your Discord security code is: 551904", "551904"],
    ["4471 - Your Badoo code", "4471"],
    ["Snapchat: 551904 is your one time passcode for phone enrollment", "551904"],
    ["Dear Player, 551904. For your account safety, don't forward this message.", "551904"],
  ],
};

for (const [kind, cases] of Object.entries(CASES)) {
  test(kind, () => {
    for (const [text, code] of cases) assert.equal(findCode(text)?.code ?? null, code, text);
  });
}
