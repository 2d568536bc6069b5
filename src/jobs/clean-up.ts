import type { Deps } from "../domain/deps.ts";
import { forgetEvents } from "../domain/delivery/forget-events.ts";
import { forgetKeys } from "../domain/idempotency/forget-keys.ts";
import { forgetCounts } from "../domain/limits/forget-counts.ts";
import { forgetLetters } from "../domain/mail/forget-letters.ts";
import { forgetLinks } from "../domain/members/links/forget-links.ts";
import { eraseTexts } from "../domain/messages/erase-texts.ts";
import { forgetParts } from "../domain/messages/parts/forget-parts.ts";
import { forgetGroups } from "../domain/orders/limits/forget-groups.ts";
import { forgetChallenges } from "../domain/passkeys/forget-challenges.ts";
import { forgetEnded } from "../domain/sessions/forget-ended.ts";
import { secondsAfter } from "../kit/clock.ts";

const daySeconds = 86_400;

export interface CleanUpDeps extends Pick<Deps, "db" | "clock"> {
  messageRetentionDays: number;
  eventRetentionDays: number;
}

/**
 * Erases what is only kept for a time: message texts and codes, events, idempotency keys, parts of messages,
 * sessions, links, challenges, e-mails, counts of limits and the addresses that some are for.
 */
export async function cleanUp({
  db,
  clock,
  messageRetentionDays,
  eventRetentionDays,
}: CleanUpDeps): Promise<void> {
  const at = clock.now();
  await eraseTexts(db, secondsAfter(at, -messageRetentionDays * daySeconds));
  await forgetEvents(db, secondsAfter(at, -eventRetentionDays * daySeconds));
  await forgetKeys(db, at);
  await forgetParts(db, at);
  await forgetEnded(db, at);
  await forgetLinks(db, at);
  await forgetChallenges(db, at);
  await forgetLetters(db, at);
  await forgetCounts(db, at);
  await forgetGroups(db, at);
}
