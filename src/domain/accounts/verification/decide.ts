import type { Tx } from "../../../kit/db.ts";
import { recordAction } from "../../audit/record-action.ts";
import type { Deps } from "../../deps.ts";
import { verificationNotFound, verificationOpen } from "../errors.ts";
import { changeTier } from "../standing/decide-tier.ts";
import type { Tier } from "../standing/standing.ts";
import { sealFile } from "./sealed-evidence.ts";
import { insertVerification, lockOpen, setDecided } from "./sql.ts";
import { readSent, type SentFile } from "./verification.ts";

interface Decision {
  /** Null: declined, the account stays as it is. */
  tier: Tier | null;
  /** What the customer is told. */
  reason: string;
  actor: string;
}

/** Decides about a request; of two who decide at once, one does. Refuses `verification_not_found`. */
export function decideRequest(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { id, tier, reason, actor }: Decision & { id: number },
): Promise<void> {
  const at = clock.now();
  return db.transaction(async (tx) => {
    const open = await lockOpen(tx, id);
    if (!open) throw verificationNotFound(id);
    await decide(tx, { id, tier, reason, actor }, open.accountId, at);
  });
}

/** Decides without a request, and keeps the evidence with the decision. Refuses `verification_open` while one waits. */
export function decideWithEvidence(
  { db, clock, sealer }: Pick<Deps, "db" | "clock" | "sealer">,
  { accountId, evidence, ...decision }: Decision & { accountId: number; tier: Tier; evidence: SentFile },
): Promise<void> {
  const sent = readSent(evidence);
  const at = clock.now();
  return db.transaction(async (tx) => {
    const file = { ...sent, sealed: sealFile(sealer, accountId, sent.data) };
    const made = { accountId, tier: decision.tier, noteSealed: null, file, askedBy: decision.actor };
    const id = await insertVerification(tx, made, at);
    if (id === null) throw verificationOpen();
    await decide(tx, { id, ...decision }, accountId, at);
  });
}

async function decide(
  tx: Tx,
  { id, tier, reason, actor }: Decision & { id: number },
  accountId: number,
  at: Date,
): Promise<void> {
  const decision = tier === null ? "declined" : "accepted";
  await setDecided(tx, { id, decision, tier, reason, by: actor }, at);
  if (tier !== null) return changeTier(tx, { accountId, tier, reason, actor }, at);
  const subject = `account ${accountId}`;
  await recordAction(tx, { at, actor, action: "account.decline-tier", subject, detail: { reason } });
}
