/**
 * Which service sent it: known names, with care for common words, and unknown brands by their position in the text.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createServiceRecognizer } from "./service.ts";

const recognize = createServiceRecognizer([
  { slug: "whatsapp", name: "WhatsApp", aliases: ["wa"] },
  { slug: "google", name: "Google", aliases: ["go", "Gmail"] },
  { slug: "line", name: "LINE", aliases: ["me"] },
  { slug: "uber", name: "Uber", aliases: ["ub"] },
  { slug: "odnoklassniki", name: "Odnoklassniki", aliases: ["ok", "ok.ru"] },
  { slug: "any-other", name: "Any other", aliases: ["ot"] },
  { slug: "larkspur", name: "Larkspur", aliases: ["Larkspur Pay", "ลาร์กสเปอร์", "云雀"] },
]);

const best = (text: string, sender?: string): string | undefined => recognize(text, sender)[0]?.slug;

test("a catalogued name anywhere, in any case", () => {
  assert.equal(best("551904 is your WhatsApp code"), "whatsapp");
  assert.equal(best("รหัสของคุณ 551904 ลาร์กสเปอร์"), "larkspur");
  assert.equal(best("【云雀】您的验证码是551904"), "larkspur");
  assert.equal(best("Use 551904 to log in to larkspur"), "larkspur");
});

test("codes of other protocols and common words are no names", () => {
  assert.deepEqual(recognize("ok, go on, tell me if any other line is free"), []);
  assert.equal(best("Click the line below to go on"), undefined);
  assert.equal(best("Your LINE verification code is 551904"), "line");
  assert.equal(best("[Uber] 4471 is your code"), "uber");
});

test("the hash of an app and the host of a bound code name the service for certain", () => {
  const [hash] = recognize("<#> 551904 is your code. 4sgLq1p5sV6");
  assert.ok(hash?.slug === "whatsapp" && hash.known && hash.confidence > 0.9);
  const [host] = recognize("551904 is your code\n@login.larkspur.com #551904");
  assert.ok(host?.slug === "larkspur" && host.confidence > 0.9);
});

test("brands in no list are named by their place, and marked", () => {
  const places: [string, string][] = [
    ["【海滨商城】您的验证码是551904", "海滨商城"],
    ["[Fernhollow] Your code is 551904", "fernhollow"],
    ["Your Fern Hollow verification code is 551904", "fern-hollow"],
    ["551904 is your Fernhollow login code", "fernhollow"],
    ["Fernhollow: your code is 551904", "fernhollow"],
    ["Fernhollow OTP: 551904 (Ref. LKSP)", "fernhollow"],
    ["Your OTP is 551904 - Fernhollow", "fernhollow"],
    ["Use 551904 to sign in to Fernhollow", "fernhollow"],
    ["รหัสยืนยัน Fernhollow ของคุณคือ 551904", "fernhollow"],
    ["551904 код подтверждения для Fernhollow", "fernhollow"],
    ["Tu código de Fernhollow es 551904", "fernhollow"],
    ["رمز التحقق الخاص بك في Fernhollow هو 551904", "fernhollow"],
    ["Your code is 551904\n@www.fernhollow.com.au #551904", "fernhollow"],
    ["Code 551904, see https://app.fernhollow.com/x", "fernhollow"],
  ];
  for (const [text, slug] of places) {
    const [first] = recognize(text);
    assert.equal(first?.slug, slug, text);
    assert.equal(first?.known, false, text);
  }
});

test("a sender that is a name, or an Indian header, speaks; digits do not", () => {
  assert.equal(best("551904 is your code", "Larkspur"), "larkspur");
  assert.equal(best("551904 is your code", "JM-HDFCBK"), "hdfc");
  assert.equal(best("551904 is your code", "83049"), undefined);
});

test("the sender is told from the merchant it names", () => {
  assert.equal(best("OTP for INR 250 at Uber on Fernhollow Card is 551904 - Larkspur"), "larkspur");
});

test("two places that agree make it surer, and the written name is kept", () => {
  const once = recognize("551904 is your Larkspur code")[0];
  const twice = recognize("[Larkspur] 551904 is your Larkspur code")[0];
  assert.ok((twice?.confidence ?? 0) >= (once?.confidence ?? 1));
  assert.equal(recognize("【云雀】验证码551904")[0]?.name, "云雀");
});

test("nothing named, nothing said", () => {
  for (const text of ["", "551904", "Your code is 551904", "您的验证码是551904，请勿泄露。"]) {
    assert.deepEqual(recognize(text), [], text);
  }
});
