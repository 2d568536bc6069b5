import type { Queryable } from "../../kit/db.ts";
import { listActionsOf, type PlainAction } from "../audit/queries.ts";
import { listEvents } from "../delivery/queries.ts";
import type { StoredEvent } from "../delivery/event.ts";
import type { Deps } from "../deps.ts";
import { listLettersOf, type LetterHead } from "../mail/queries.ts";
import { listPasskeys } from "../passkeys/queries.ts";
import type { ListedPasskey } from "../passkeys/passkey.ts";
import { listSubscriptionsOf, type ListedSubscription } from "../push/queries.ts";
import { openTarget } from "../push/sealed-push.ts";
import { listEverySession } from "../sessions/queries.ts";
import type { ListedSession } from "../sessions/session.ts";
import { listEveryInvitation, type Invitation } from "../members/invitations/queries.ts";
import { listActing, subjectsOf } from "../members/list-acting.ts";
import type { ListedMember } from "../members/queries.ts";

/** What is stored about an account's people, piece by piece. */
export type PeoplePart =
  | { kind: "sessions"; rows: (ListedSession & { member: string })[] }
  | { kind: "passkeys"; rows: (ListedPasskey & { member: string })[] }
  | { kind: "push_subscriptions"; rows: (Omit<ListedSubscription, "targetSealed"> & { endpoint: string })[] }
  | { kind: "invitations"; rows: Invitation[] }
  | { kind: "letters"; rows: LetterHead[] }
  | { kind: "actions"; rows: PlainAction[] };

const pageSize = 1000;

/**
 * Sessions, passkeys, push subscriptions, invitations, letters and the entries of the audit log by an account's people or about it. No
 * text of a letter: it may contain a link that lets somebody in.
 */
export async function* exportPeople(
  { db, clock, sealer }: Pick<Deps, "clock" | "sealer"> & { db: Queryable },
  { accountId, members }: { accountId: number; members: readonly ListedMember[] },
): AsyncGenerator<PeoplePart> {
  for (const { id, username } of members) {
    const rows = await listEverySession(db, id);
    yield { kind: "sessions", rows: rows.map((row) => ({ member: username, ...row })) };
  }
  for (const { id, username } of members) {
    const rows = await listPasskeys(db, id);
    yield { kind: "passkeys", rows: rows.map((row) => ({ member: username, ...row })) };
  }
  const subscriptions = await listSubscriptionsOf(db, accountId);
  yield {
    kind: "push_subscriptions",
    rows: subscriptions.map(({ targetSealed, ...row }) => ({
      ...row,
      endpoint: openTarget(sealer, { ...row, targetSealed }).endpoint,
    })),
  };
  const invitations = await listEveryInvitation(db, accountId);
  yield { kind: "invitations", rows: invitations };
  yield { kind: "letters", rows: await listLettersOf(db, accountId) };
  const actors = await listActing(db, accountId, clock.now());
  const of = { actors, subjects: subjectsOf(accountId, actors), from: null, to: null };
  for (let beforeId = Number.MAX_SAFE_INTEGER; ;) {
    const rows = await listActionsOf(db, { ...of, beforeId }, pageSize);
    yield { kind: "actions", rows };
    if (rows.length < pageSize) return;
    beforeId = (rows.at(-1) as PlainAction).id;
  }
}

/** A wallet's events, in pages, oldest first. */
export async function* exportEvents(db: Queryable, walletId: number): AsyncGenerator<StoredEvent[]> {
  for (let afterSeq = 0; ;) {
    const rows = await listEvents(db, walletId, afterSeq, pageSize);
    yield rows;
    if (rows.length < pageSize) return;
    afterSeq = (rows.at(-1) as StoredEvent).seq;
  }
}
