/** A name is neither a code nor a hash, whatever its characters; unless the text calls it a code. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { findCode } from "../code.ts";

type Case = [text: string, code: string | null];

const CASES: Record<string, Case[]> = {
  "a word and a count": [
    ["Your 98point7 verification code was sent by e-mail.", null],
    ["98point7: your code is 482913", "482913"],
    ["98point7 login code: 482913", "482913"],
    ["Use 5miles2 to log in to your account", null],
    ["Studio54: 482913", "482913"],
    ["Studio54 security: new login from Chrome", null],
  ],
  "capitals and small letters": [
    ["Your Web3Auth2 code expires soon", null],
    ["Sign in to your H2O4U account", null],
    ["Your Office365x sign-in was blocked", null],
  ],
  "a word of offers that a name begins with": [
    ["Tu código de Bet366 es 482913", "482913"],
    ["Tu código de BET366 para ti", null],
  ],
  "what is said to be a code": [
    ["Your temporary password is sunny2024", "sunny2024"],
    ["Code: Web3Auth2", "Web3Auth2"],
    ["Your login code is QK5WR", "QK5WR"],
  ],
  "the hash of an app": [
    ["<#> Your Larkspur code: 482913\nAbc1DeFGh+j", "482913"],
    ["<#> Log in with the link\nAbc1DeFGh2j", null],
    ["[#] 482913 logs you in\nq8Xv0Pz1LkT", "482913"],
  ],
};

for (const [kind, cases] of Object.entries(CASES)) {
  test(kind, () => {
    for (const [text, code] of cases) assert.equal(findCode(text)?.code ?? null, code, text);
  });
}
