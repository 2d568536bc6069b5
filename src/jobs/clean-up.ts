import { secondsAfter } from "../kit/clock.ts";
import type { Deps } from "../domain/deps.ts";
import { deleteEventsBefore } from "../domain/delivery/sql.ts";
import { rememberHours } from "../domain/messages/parts/place.ts";
import { forgetLongMessages } from "../domain/messages/parts/sql.ts";
import { eraseBefore } from "../domain/messages/sql.ts";
import { deleteAnswersBefore } from "../domain/idempotency/sql.ts";
import { deleteLettersBefore } from "../domain/mail/sql.ts";
import { deleteExpiredLinks } from "../domain/members/sql.ts";
import { deleteExpiredChallenges } from "../domain/passkeys/sql.ts";
import { idleSeconds, longestSeconds } from "../domain/sessions/session.ts";
import { deleteAttemptsBefore, deleteSessionsBefore } from "../domain/sessions/sql.ts";

const daySeconds = 86_400;
const batchSize = 5000;

export interface CleanUpDeps extends Pick<Deps, "db" | "clock"> {
  messageRetentionDays: number;
  eventRetentionDays: number;
}

/** Erases what is kept for a time only: message texts and codes, events, idempotency keys, parts of messages, sessions, links, challenges, letters. */
export async function cleanUp({
  db,
  clock,
  messageRetentionDays,
  eventRetentionDays,
}: CleanUpDeps): Promise<void> {
  const at = clock.now();
  const oldMessages = secondsAfter(at, -messageRetentionDays * daySeconds);
  const oldEvents = secondsAfter(at, -eventRetentionDays * daySeconds);
  await inBatches((limit) => db.transaction((tx) => eraseBefore(tx, oldMessages, limit)));
  await inBatches((limit) => deleteEventsBefore(db, oldEvents, limit));
  await inBatches((limit) => deleteAnswersBefore(db, secondsAfter(at, -daySeconds), limit));
  const oldParts = secondsAfter(at, -rememberHours * 3600);
  await inBatches((limit) => forgetLongMessages(db, oldParts, limit));
  await deleteSessionsBefore(db, secondsAfter(at, -idleSeconds), secondsAfter(at, -longestSeconds));
  await deleteAttemptsBefore(db, secondsAfter(at, -daySeconds));
  await deleteExpiredLinks(db, at);
  await deleteExpiredChallenges(db, at);
  await deleteLettersBefore(db, secondsAfter(at, -30 * daySeconds));
}

/** Until nothing is left: what piled up while nobody cleaned must not be one statement that never ends. */
async function inBatches(work: (limit: number) => Promise<number>): Promise<void> {
  while ((await work(batchSize)) === batchSize);
}
