import assert from "node:assert/strict";
import { test } from "node:test";
import { findCode } from "../code.ts";
import { codeInParts } from "./code-in-parts.ts";

const head = (text: string) => ({ text, isCutBefore: false, isCutAfter: true });
const tail = (text: string) => ({ text, isCutBefore: true, isCutAfter: false });
const codeOf = (...runs: Parameters<typeof codeInParts>[0]): string | null =>
  codeInParts(runs, {})?.code ?? null;

test("a code that ends before the cut is complete, one at the cut is not", () => {
  assert.equal(codeOf(head("Hello X, your Telegram code is 111222. ")), "111222");
  assert.equal(codeOf(head("Your WhatsApp code is 123-456. Do not share it with ")), "123-456");
  for (const text of [
    "Your code is 482",
    "Your code is 482913",
    "Your code is 482 ",
    "Your code is 482-",
    "Your code is 482.",
    "Your code is G-",
    "Your code is ",
  ])
    assert.equal(codeOf(head(text)), null, text);
});

test("the end of a message has a code only where it does not begin with it", () => {
  assert.equal(codeOf(tail("Thank you. Your code is 482913.")), "482913");
  for (const text of ["913 is your code.", "-913 is your code", "482913", "2913. Do not share this code."])
    assert.equal(codeOf(tail(text)), null, text);
});

test("of several runs the one that surely holds a code counts; a whole message is read as ever", () => {
  assert.equal(codeOf(head("Welcome to Larkspur. "), tail("Well then. Your code is 482913.")), "482913");
  const text = "Your code is 482913";
  assert.equal(codeOf({ text, isCutBefore: false, isCutAfter: false }), findCode(text)?.code);
});

const languages = [
  "Your Larkspur verification code is 482913. It expires in 10 minutes. Do not share it with anyone.",
  "482913 is your Larkspur code. Never give it to anyone, including our staff.",
  "G-482913 is your Google verification code. Don't share your code with anyone.",
  "Use 482 913 to verify your Instagram account. If this was not you, ignore the message.",
  "Order 99213 of 14.50 EUR is on its way. To change it, use the code 482913 on our pages.",
  "Tu código de verificación de Larkspur es 482913. Vence en 10 minutos.",
  "Ваш код подтверждения Larkspur: 482913. Действует 10 минут.",
  "رمز التحقق الخاص بك في Larkspur هو 482913. ينتهي خلال 10 دقائق.",
  "您的Larkspur验证码是482913，10分钟内有效，请勿告诉他人。",
  "Larkspurの認証コードは482913です。他人に教えないでください。",
  "आपका Larkspur कोड 482913 है। इसे किसी के साथ साझा न करें।",
  "Votre code Larkspur : 482-913. Il expire dans 10 minutes.",
  "Two codes: PIN 4711 for the door. Your Larkspur code: 482913. Call 0800 123 456 for help.",
];

test("cut anywhere, a message's first part never gives another code than the whole does", () => {
  let early = 0;
  for (const text of languages)
    for (let at = 1; at < text.length; at++) {
      const found = codeInParts([head(text.slice(0, at))], {});
      if (!found || found.confidence < 0.7) continue;
      early++;
      assert.equal(found.code, findCode(text)?.code, `${text.slice(0, at)} | ${text.slice(at)}`);
    }
  assert.ok(early > 200, `${early} cuts leave a code that is sure`);
});
