/** Letters and digits that make a name: `98point6`, `Web3Auth`. A name can be next to the noun just like a code. */
import type { Candidate } from "./candidate.ts";
import { randomness } from "./masks.ts";
import type { Scene } from "./scene.ts";

/** Four letters in a row; random codes hardly ever have them. */
const WORD = /[a-z]{4,}/;

/** Whether letters and digits look like a name: a word and a count, or capitals followed by small letters. */
export function isWrittenAsName(scene: Scene, { kind, plain, start, end }: Candidate): boolean {
  if (kind !== "alphanumeric") return false;
  return (randomness(plain) < 0 && WORD.test(plain)) || hasHump(scene, start, end);
}

/** A capital and two small letters: `Web3Auth2`. */
function hasHump({ folded, isCapital }: Scene, start: number, end: number): boolean {
  let small = -1;
  for (let i = start; i < end; i++) {
    if (isCapital(i)) small = 0;
    else if (small >= 0 && /[a-z]/.test(folded[i] as string)) small++;
    else small = -1;
    if (small === 2) return true;
  }
  return false;
}
