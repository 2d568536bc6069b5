import { findCode, type CodeHints, type FoundCode } from "../code.ts";

/** Neighbouring parts, read as one text. */
export interface Run {
  text: string;
  /** Whether a part before it, or after it, is missing. */
  isCutBefore: boolean;
  isCutAfter: boolean;
}

/** What may be on the other side of a cut: more of the code, or a better code. */
const after = ["7", "42", "913.", " 913", " 913.", "-913", "- 913", "K7", "-K7Q", " is 713942.", ": 713942"];
const before = ["7", "42", "913 ", "913-", "K7", "G-", "Your code is 42", "Code: 713"];

/**
 * The code of an incomplete message: one that stays the same whatever the missing parts say. "Your code is 482" has
 * none, because the next part may begin with the other half of it.
 */
export function codeInParts(runs: Run[], hints: CodeHints): FoundCode | null {
  const codes = runs.flatMap((run) => codeOfRun(run, hints) ?? []);
  return codes.toSorted((a, b) => b.confidence - a.confidence)[0] ?? null;
}

function codeOfRun({ text, isCutBefore, isCutAfter }: Run, hints: CodeHints): FoundCode | null {
  const found = findCode(text, hints);
  if (!found) return null;
  const stays = (whole: string): boolean => findCode(whole, hints)?.code === found.code;
  const isWhole =
    (!isCutAfter || after.every((more) => stays(text + more))) &&
    (!isCutBefore || before.every((more) => stays(more + text)));
  return isWhole ? found : null;
}
