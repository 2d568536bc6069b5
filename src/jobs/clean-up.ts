import { forgetEvidence } from "../domain/accounts/verification/forget-evidence.ts";
import type { Deps } from "../domain/deps.ts";
import { noteErasures } from "../domain/erasures/note-erasures.ts";
import { forgetReports } from "../domain/cases/abuse/forget-reports.ts";
import { forgetRequests } from "../domain/cases/requests/forget-requests.ts";
import { forgetEvents } from "../domain/delivery/forget-events.ts";
import { forgetKeys } from "../domain/idempotency/forget-keys.ts";
import { forgetCounts } from "../domain/limits/forget-counts.ts";
import { forgetLetters } from "../domain/mail/forget-letters.ts";
import { forgetLinks } from "../domain/members/links/forget-links.ts";
import { eraseTexts } from "../domain/messages/erase-texts.ts";
import { forgetParts } from "../domain/messages/parts/forget-parts.ts";
import { forgetGroups } from "../domain/orders/limits/forget-groups.ts";
import { recountGroups } from "../domain/orders/limits/recount-groups.ts";
import { forgetChallenges } from "../domain/passkeys/forget-challenges.ts";
import { forgetEnded } from "../domain/sessions/forget-ended.ts";
import { forgetNonces } from "../domain/sources/forget-nonces.ts";
import { secondsAfter } from "../kit/clock.ts";

const daySeconds = 86_400;

export interface CleanUpDeps extends Pick<Deps, "db" | "clock"> {
  messageRetentionDays: number;
  eventRetentionDays: number;
  evidenceRetentionDays: number;
  caseRetentionDays: number;
}

/**
 * Erases what is only kept for a time: message texts and codes, events, idempotency keys, parts of messages,
 * sessions, links, challenges, e-mails, counts of limits and the addresses that some are for, nonces, cases. How many there were is
 * noted for the erasure report.
 */
export async function cleanUp({
  db,
  clock,
  messageRetentionDays,
  eventRetentionDays,
  evidenceRetentionDays,
  caseRetentionDays,
}: CleanUpDeps): Promise<void> {
  const at = clock.now();
  const before = (days: number): Date => secondsAfter(at, -days * daySeconds);
  // Each is noted as soon as it is done: what comes later may fail.
  const note = (kind: string, count: number): Promise<void> => noteErasures(db, { [kind]: count }, at);
  await note("texts", await eraseTexts(db, before(messageRetentionDays)));
  await note("events", await forgetEvents(db, before(eventRetentionDays)));
  await note("evidence", await forgetEvidence(db, before(evidenceRetentionDays), at));
  await note("idempotency keys", await forgetKeys(db, at));
  await note("parts", await forgetParts(db, at));
  await noteErasures(db, await forgetEnded(db, at), at);
  await note("links", await forgetLinks(db, at));
  await note("challenges", await forgetChallenges(db, at));
  await note("letters", await forgetLetters(db, at));
  await note("limit counts", await forgetCounts(db, at));
  await note("nonces", await forgetNonces(db, at));
  await recountGroups({ db }, at);
  await note("address groups", await forgetGroups(db, at));
  await note("cases", await forgetReports(db, at, caseRetentionDays));
  await note("cases", await forgetRequests(db, at, caseRetentionDays));
}
