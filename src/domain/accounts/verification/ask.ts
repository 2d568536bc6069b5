import { recordAction } from "../../audit/record-action.ts";
import type { Deps } from "../../deps.ts";
import { verificationOpen } from "../errors.ts";
import type { Tier } from "../standing/standing.ts";
import { sealFile, sealNote } from "./sealed-evidence.ts";
import { insertVerification } from "./sql.ts";
import { readSent, type SentFile } from "./verification.ts";

export interface Request {
  accountId: number;
  tier: Tier;
  /** Who they are, or what they want to rent and why. */
  note: string;
  evidence: SentFile | null;
  actor: string;
}

/**
 * An account asks the operator for a tier, or for a service that is rented on request. Refuses `invalid_request` for a
 * file that cannot be used, and `verification_open` while another request waits.
 */
export function askForTier(
  { db, clock, sealer }: Pick<Deps, "db" | "clock" | "sealer">,
  { accountId, tier, note, evidence, actor }: Request,
): Promise<number> {
  const sent = evidence && readSent(evidence);
  const at = clock.now();
  return db.transaction(async (tx) => {
    const file = sent && { ...sent, sealed: sealFile(sealer, accountId, sent.data) };
    const noteSealed = sealNote(sealer, accountId, note);
    const id = await insertVerification(tx, { accountId, tier, noteSealed, file, askedBy: actor }, at);
    if (id === null) throw verificationOpen();
    const detail = { tier, hasFile: evidence !== null };
    const subject = `account ${accountId}`;
    await recordAction(tx, { at, actor, action: "account.ask-tier", subject, detail });
    return id;
  });
}
