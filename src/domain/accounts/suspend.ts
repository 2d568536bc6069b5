import type { Tx } from "../../kit/db.ts";
import { recordAction } from "../audit/record-action.ts";
import { tellAccessChanged } from "../delivery/tell-access-changed.ts";
import type { Deps } from "../deps.ts";
import { requireAccount } from "./require-account.ts";
import { findWalletIds } from "../wallet/queries.ts";
import { setSuspended } from "./sql.ts";

interface Suspending {
  accountId: number;
  reason: string;
  actor: string;
}

/** Suspends an account: from the next request on it is read-only. Open orders continue. */
export async function suspend({ db, clock }: Pick<Deps, "db" | "clock">, input: Suspending): Promise<Date> {
  const at = clock.now();
  await db.transaction((tx) => suspendWithin(tx, input, at));
  return at;
}

/** The same as a part of something greater. */
export async function suspendWithin(
  tx: Tx,
  { accountId, reason, actor }: Suspending,
  at: Date,
): Promise<void> {
  const { id, username } = await requireAccount(tx, String(accountId));
  await setSuspended(tx, id, at);
  await tellAccessChanged(tx, await findWalletIds(tx, id));
  const detail = { username, reason };
  await recordAction(tx, { at, actor, action: "account.suspend", subject: `account ${id}`, detail });
}

/** Lifts the suspension of an account. */
export function resume(
  { db, clock }: Pick<Deps, "db" | "clock">,
  input: { accountId: number; actor: string },
): Promise<void> {
  return db.transaction((tx) => resumeWithin(tx, input, clock.now()));
}

/** The same as a part of something greater. */
export async function resumeWithin(
  tx: Tx,
  { accountId, actor }: { accountId: number; actor: string },
  at: Date,
): Promise<void> {
  const { id, username } = await requireAccount(tx, String(accountId));
  await setSuspended(tx, id, null);
  const subject = `account ${id}`;
  await recordAction(tx, { at, actor, action: "account.resume", subject, detail: { username } });
}
