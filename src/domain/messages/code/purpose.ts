/** `Enter 482913 to log in`, `Register with 482913`: there is no noun for a code, but there is a purpose. */
import type { Announcement } from "./announce.ts";
import type { Candidate } from "./candidate.ts";
import { SENTENCE, breaksBetween, strangeBetween } from "./distances.ts";
import type { Word } from "./lexicon.ts";
import {
  colonBefore,
  copulaAfter,
  endsClause,
  gapOf,
  isBeside,
  roleAfter,
  roleBefore,
  startsClause,
} from "./places.ts";
import type { Scene } from "./scene.ts";

const ENTER_TO_VERIFY = 2.9;
const VERIFY_WITH = 2.8;
const VERIFY_SUBJECT = 2.2;
const VERIFY_LABEL = 2;
const ENTER_ALONE = 1.9;

/** Why a number right after its purpose is a code: `Login: 4829`. */
export const LABELLED_BY_PURPOSE = "labelled by its purpose";

/** Strange letters between a number and the verb it belongs to, and between it and the purpose. */
const GRASP = 10;
const SAME_ACT = 70;

/** The verb or purpose that the candidate serves, and its score; or null. */
export function servesAsMeans(scene: Scene, candidate: Candidate): Announcement | null {
  const enter = nearest(scene, candidate, "enter", GRASP);
  const purpose = nearest(scene, candidate, "verify", SAME_ACT);
  if (purpose && enter) return { points: ENTER_TO_VERIFY, why: "entered to verify", word: enter };
  if (purpose && isInstrument(scene, candidate))
    return { points: VERIFY_WITH, why: "verified with it", word: purpose };
  if (purpose && isWhatServes(scene, candidate))
    return { points: VERIFY_SUBJECT, why: "what verifies", word: purpose };
  if (purpose && isLabelOf(scene, candidate, purpose))
    return { points: VERIFY_LABEL, why: LABELLED_BY_PURPOSE, word: purpose };
  if (enter && scene.candidates.every((other) => other === candidate || scene.spent.has(other)))
    return { points: ENTER_ALONE, why: "the only number, to be entered", word: enter };
  return null;
}

/** The closest word of a role in the candidate's sentence, over at most this many strange letters. */
function nearest(scene: Scene, candidate: Candidate, role: "enter" | "verify", reach: number): Word | null {
  let best: Word | null = null;
  let least = reach + 1;
  for (const word of scene.words) {
    if (word.role !== role) continue;
    const [from, to] = gapOf(word, candidate);
    if (from > to || breaksBetween(scene, from, to) >= SENTENCE) continue;
    const strange = strangeBetween(scene, from, to);
    if (strange < least) [best, least] = [word, strange];
  }
  return best;
}

function isInstrument(scene: Scene, candidate: Candidate): boolean {
  return roleBefore(scene, candidate, "with") || roleAfter(scene, candidate, "with");
}

/** `振込認証:4829 …`: whatever follows, because the message has the warnings of messages with codes. */
function isWarnedLabel(scene: Scene, candidate: Candidate, purpose: Word): boolean {
  if (scene.count.share + scene.count.doubt + scene.count.valid === 0) return false;
  return colonBefore(scene, candidate) && isBeside(scene, purpose, candidate);
}

/** `4829 is all you need to log in`: the only number is the subject of its sentence. */
function isWhatServes(scene: Scene, candidate: Candidate): boolean {
  return (
    scene.candidates.length === 1 &&
    startsClause(scene.folded, candidate.lead) &&
    roleAfter(scene, candidate, "copula")
  );
}

/** `Registration: 4829`, `verify 4829`: side by side, and nothing follows. `4829 - for registration`: first of all. */
function isLabelOf(scene: Scene, candidate: Candidate, purpose: Word): boolean {
  if (purpose.start >= candidate.end)
    return candidate.lead === 0 && isBeside(scene, purpose, candidate) && copulaAfter(scene, candidate);
  if (isWarnedLabel(scene, candidate, purpose)) return true;
  if (!endsClause(scene.folded, candidate.end)) return false;
  return candidate.lead - purpose.end <= 3 || colonBefore(scene, candidate);
}
