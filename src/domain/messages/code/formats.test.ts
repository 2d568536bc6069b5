/** How codes are written, glued, grouped and marked; and things that look like codes but are not. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { findCode } from "../code.ts";

type Case = [text: string, code: string | null];

const CASES: Record<string, Case[]> = {
  "glued to the words around": [
    ["482913is your Larkspur code", "482913"],
    ["482913on sinu Larkspuri kood", "482913"],
    ["482913koodii keessan", "482913"],
    ["Your OTP is482913", "482913"],
    ["Your code is 482913Please keep it", "482913"],
    ["code482913", "482913"],
    ["12345678abcdefghijklm is your code", null],
  ],
  "written in bold": [
    ["*482913* is your Larkspur code", "482913"],
    ["Your code: *482913*", "482913"],
    ["Dial *482913*1# for your code", null],
    ["Dial *121# to get your code", null],
    ["The access code of the door is 2417#", null],
  ],
  "pairs, which a date has too": [
    ["Your code is 12-11-26", "12-11-26"],
    ["Enter 12-11-26 to log in", "12-11-26"],
    ["Log in with 55-12-90", "55-12-90"],
    ["Hello, please enter 30-91-77 in the app to confirm it's you", "30-91-77"],
    ["Log in before 12-11-26", null],
    ["Your access ends on 12-11-26", null],
    ["Your code: 77 88", "77 88"],
    ["Your code has 77 88 views", null],
  ],
  "signed with a dash": [
    ["482913-Larkspur Bank", "482913"],
    ["482913 - Larkspur", "482913"],
    ["LARK-482913 is your code", "482913"],
  ],
  "a name, the number, and what is said of codes": [
    ["Larkspur: 4829. Not you? Call us.", "4829"],
    ["Larkspur 482913 Do not share this with anyone", "482913"],
    ["Larkspur 482913 arrives in two days, we will tell you when", null],
    ["Larkspur: 4829 new messages are waiting for you", null],
  ],
  "for an app to read": [
    ["<#> 4829 Abc1DeFGh+j", "4829"],
    ["<#> 482913\nAbc1DeFGh+j", "482913"],
    ["[#] 4829", "4829"],
  ],
  "letters alone": [
    ["Your code: QWHGTR", "QWHGTR"],
    ["Sign-in code: QWHGTR. It expires in 15m0s.", "QWHGTR"],
    ["Code: mkfsuc", "mkfsuc"],
    ["Your code: SEE BELOW", null],
    ["Your code: READY", null],
    ["QWHGTR is closed today", null],
  ],
  "letters and digits in groups": [
    ["Your authentication code is K7P-22X", "K7P-22X"],
    ["Confirm: DEL-48KQ2", "DEL-48KQ2"],
    ["Order SM-21718 was paid", null],
  ],
  "how long it lives": [
    ["Your code 482913 expires in 5m0s", "482913"],
    ["Your code expires in 5m0s", null],
    ["Your code expires in 15m30s", null],
    ["Your code is valid for 24h0m0s", null],
    ["Your code is valid for 1h30m", null],
  ],
  "dots for what is left out, and initials": [
    ["TAN für die Überweisung von 250,00 EUR an IBAN DE..4471: 883102", "883102"],
    ["Hasło SMS do przelewu na rachunek 11...4471: 883120", "883120"],
    ["OTP per bonifico a favore di M. ROSSI: 339120", "339120"],
  ],
};

for (const [kind, cases] of Object.entries(CASES)) {
  test(kind, () => {
    for (const [text, code] of cases) assert.equal(findCode(text)?.code ?? null, code, text);
  });
}
