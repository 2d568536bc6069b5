/** Messages with hardly any text: the number is what they are about. */
import type { Candidate } from "./candidate.ts";
import { randomness } from "./masks.ts";
import { roleAfter } from "./places.ts";
import type { Scene } from "./scene.ts";
import type { Reason } from "./weigh.ts";

/** Letters a message may hold besides its number: a name, a greeting. */
const HARDLY_ANY = 16;
/** Letters of a name before the number. */
const NAME = 26;

/** `exness:803907`, the number alone, `Acme: 803907. Not you?`, or `<#> 8039` and the hash of an app. */
export function addBareMessage(scene: Scene, candidate: Candidate, reasons: Reason[]): void {
  if (!isUsual(candidate) || scene.candidates.some((other) => other !== candidate && !isName(other))) return;
  if (isForAnApp(scene)) reasons.push({ points: 2, why: "the message is for an app to read" });
  else if (isNamedSix(scene, candidate)) reasons.push({ points: 1.8, why: "a name, and six digits" });
  else if (scene.letters <= HARDLY_ANY) {
    if (scene.letters === 0 || (isParted(scene, candidate) && candidate.plain.length >= 5))
      reasons.push({ points: 1.6, why: "the message is hardly more than this" });
  } else if (isLabelled(scene, candidate) && saysWhatCodesSay(scene))
    reasons.push({ points: 1.8, why: "a name, this number, and what is said of codes" });
}

/** `Studio54: 551904`: a word and a number beside the code. */
function isName({ kind, plain }: Candidate): boolean {
  return kind === "alphanumeric" && randomness(plain) < 0;
}

function isUsual({ kind, plain }: Candidate): boolean {
  return (kind === "digits" || kind === "grouped") && plain.length >= 4 && plain.length <= 8;
}

function isParted({ folded }: Scene, { start, end }: Candidate): boolean {
  const signed = start === 0 && /^ ?[-|] ?[a-z]/.test(folded.slice(end, end + 4));
  return signed || /[:\-\])】>\n,、] ?$/.test(folded.slice(Math.max(0, start - 3), start));
}

/** Android's SMS Retriever: the sign at the start, a hash of eleven characters at the end, or little else. */
function isForAnApp({ folded, letters }: Scene): boolean {
  if (!/^(?:<#>|\[#\])/.test(folded)) return false;
  return letters <= HARDLY_ANY || /[\s][a-z0-9+/]{11}\s*$/.test(folded.slice(-14));
}

/** A name of a few words, then the number, then the end of the sentence or a warning. */
function isLabelled(scene: Scene, candidate: Candidate): boolean {
  const { folded } = scene;
  const { start, end } = candidate;
  if (start > NAME || /[.!?。]/.test(folded.slice(0, start))) return false;
  if (start > 0 && roleAfter(scene, candidate, "share")) return true;
  return /^["')\]*]{0,2}(?:[.!?。\n]| [-–] |$| not )/.test(folded.slice(end, end + 5));
}

/** `Larkspur: 551904 …`: in a message without other numbers, counts, prices or offers. */
function isNamedSix(scene: Scene, { start, plain }: Candidate): boolean {
  const { count, folded } = scene;
  const others =
    count.id + count.phone + count.promo + count.notice + count.fetch + count.done + count.money + count.unit;
  return (
    plain.length === 6 &&
    others + count.stale === 0 &&
    start <= NAME &&
    /^[^.!?:。\d]{2,}: ?$/.test(folded.slice(0, start))
  );
}

function saysWhatCodesSay({ count }: Scene): boolean {
  return count.doubt + count.share + count.valid > 0 && count.notice + count.promo === 0;
}
