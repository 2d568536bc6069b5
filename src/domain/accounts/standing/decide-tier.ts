import type { Tx } from "../../../kit/db.ts";
import { recordAction } from "../../audit/record-action.ts";
import { tellChanged } from "../../delivery/tell-changed.ts";
import type { Deps } from "../../deps.ts";
import { findWalletIds } from "../../wallet/queries.ts";
import { requireAccount } from "../require-account.ts";
import { findStanding } from "./queries.ts";
import type { Tier } from "./standing.ts";
import { setTier } from "./sql.ts";

export interface TierDecision {
  accountId: number;
  /** Null: by age and e-mail address again. */
  tier: Tier | null;
  /** What it rests on, such as the kind of document; it is kept in the audit log. */
  reason: string;
  actor: string;
}

/** Decides how well an account is known. Open orders continue. Refuses `account_not_found`. */
export const decideTier = (
  { db, clock }: Pick<Deps, "db" | "clock">,
  decision: TierDecision,
): Promise<void> => db.transaction((tx) => changeTier(tx, decision, clock.now()));

/** The same, in the caller's transaction. */
export async function changeTier(
  tx: Tx,
  { accountId, tier, reason, actor }: TierDecision,
  at: Date,
): Promise<void> {
  const { id } = await requireAccount(tx, String(accountId));
  const before = (await findStanding(tx, id))?.tier ?? null;
  await setTier(tx, id, tier);
  await tellChanged(tx, "account", await findWalletIds(tx, id));
  const detail = { tier, before, reason };
  await recordAction(tx, { at, actor, action: "account.tier", subject: `account ${id}`, detail });
}
