/** Numbers beside a code, and codes that are not for the renter: cards, receipts, parcels, expired ones. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { findCode } from "../code.ts";

type Case = [text: string, code: string | null];

const CASES: Record<string, Case[]> = {
  "what the code is for": [
    ["551904 is the OTP for card 4471", "551904"],
    ["OTP for card 4471 is 551904", "551904"],
    ["otp of 4471 is 9988", "9988"],
    ["Your security code for wire #88213 to LARK LTD: 330912", "330912"],
    ["551904 is your code for order 88213", "551904"],
    ["Transfer login: 551904", "551904"],
  ],
  "the approval of a payment that is over": [
    ["Payment of $25.00 approved. Auth code 482913.", null],
    ["Purchase £12.50 at LARK. Authorisation code 482913", null],
    ["120,00 TL harcama yapıldı. Onay kodu 482913", null],
    ["Onay kodunuz 482913", "482913"],
    ["120,00 TL ödeme için onay kodunuz 482913. Kimseyle paylaşmayın", "482913"],
    ["Compra aprobada por 45,00 EUR, autorización 482913.", null],
    ["Autorización: 482913", "482913"],
    ["Platba kartou 890 CZK, autorizační kód 482913", null],
    ["Autorizační kód 482913 pro platbu 890 CZK", "482913"],
    ["卡消费120.00元，授权码482913", null],
    ["授权码482913，请勿泄露", "482913"],
    ["Your authorization code for $25.00: 482913. Valid for 5 minutes", "482913"],
  ],
  "a parcel to fetch": [
    ["Pick up your parcel with code 8841", null],
    ["Enter code 8841 at the locker", null],
    ["Заберите посылку по коду 8841", null],
    ["請憑取件碼8841取件", null],
    ["Your OTP at the parcel locker: 8841", "8841"],
    ["Share delivery code 4471 with the courier", "4471"],
  ],
  "the old one and the new one": [
    ["Your old code 551904 is replaced, the new code is 482913", "482913"],
    ["Código anterior 551904. Código nuevo 482913", "482913"],
    ["Your new code is 482913, the previous code was 551904", "482913"],
    ["Your previous code: 551904", null],
  ],
  "what has expired": [
    ["The code 482913 has expired.", null],
    ["Code 551904 has expired, use 482913", "482913"],
    ["انتهت صلاحية الرمز 482913.", null],
    ["Nag-expire na ang code na 482913.", null],
    ["Wrong code. Your new code is 482913", "482913"],
    ["Incorrect code, the code is 482913", "482913"],
  ],
  "the only number, as the subject of its sentence": [
    ["Larkspur: 7741 is what you need to log in.", "7741"],
    ["Hej! 48291 är allt du behöver för att komma in på Larkspur.", "48291"],
    ["We are 7741 in number and log in at noon", null],
  ],
  "a noun inside a longer one": [
    ["ご注文番号は482913です", null],
    ["認証番号は482913です", "482913"],
    ["Your claim code is 482913", null],
  ],
};

for (const [kind, cases] of Object.entries(CASES)) {
  test(kind, () => {
    for (const [text, code] of cases) assert.equal(findCode(text)?.code ?? null, code, text);
  });
}
