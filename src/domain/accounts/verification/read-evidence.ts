import { recordAction } from "../../audit/record-action.ts";
import type { Deps } from "../../deps.ts";
import { verificationNotFound } from "../errors.ts";
import { findEvidence } from "./queries.ts";
import { openFile, openNote } from "./sealed-evidence.ts";
import type { Evidence } from "./verification.ts";

/** What an account gave the operator to be known by; viewing it is recorded. Refuses `verification_not_found`. */
export function readEvidence(
  { db, clock, sealer }: Pick<Deps, "db" | "clock" | "sealer">,
  { id, actor }: { id: number; actor: string },
): Promise<{ note: string | null; evidence: Evidence | null }> {
  return db.transaction(async (tx) => {
    const sealed = await findEvidence(tx, id);
    if (!sealed) throw verificationNotFound(id);
    const { accountId, fileName: name, fileType: type } = sealed;
    const data = openFile(sealer, accountId, sealed.fileSealed);
    const subject = `account ${accountId}`;
    await recordAction(tx, { at: clock.now(), actor, action: "account.reveal-evidence", subject });
    return {
      note: openNote(sealer, accountId, sealed.noteSealed),
      evidence: name !== null && type !== null && data !== null ? { name, type, data } : null,
    };
  });
}
