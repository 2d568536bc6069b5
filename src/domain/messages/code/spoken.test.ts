/** A word has its meaning in the language of the message; letters inside a longer word have none. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { findCode } from "../code.ts";

type Case = [text: string, code: string | null];

const CASES: Record<string, Case[]> = {
  "small Thai and Lao words are part of longer ones": [
    ["รหัสฟรีแลนซ์ไทย 4829", "4829"], // "free" in "freelance"
    ["รหัสโทรจันทร์ 4829", "4829"], // "call" in "Trojan"
    ["รหัสแจกันทอง 482913", "482913"], // "giveaway" in "vase"
    ["ລະຫັດບັດເຕີ 4829", "4829"], // "card" in a name
  ],
  "and at the edge of a word themselves": [
    ["รหัสรับฟรี 4829", null],
    ["โทร 4829", null],
  ],
  "another language's words are not heard": [
    ["Din kod är 4829", "4829"], // "din" is Romanian for "from"
    ["Kode untuk masuk ke Larkspur: 4829", "4829"],
    ["Your Apple ID code is: 482913", "482913"],
    ["Inscrivez-vous avec le code 482913", "482913"],
    ["Kóòdù rẹ ni 4829", "4829"],
    ["کد ورود 4829", "4829"],
  ],
  "what is negated is neither a prize nor money": [
    ["Your code for Larkspur is 12 34 56. We won't ask for it.", "12 34 56"],
    ["Your code for Larkspur won: 12 34 56 points", null],
  ],
};

for (const [kind, cases] of Object.entries(CASES)) {
  test(kind, () => {
    for (const [text, code] of cases) assert.equal(findCode(text)?.code ?? null, code, text);
  });
}
