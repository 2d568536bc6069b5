import { recordAction } from "../../audit/record-action.ts";
import { tellChanged } from "../../delivery/tell-changed.ts";
import type { Deps } from "../../deps.ts";
import { findWalletIds } from "../../wallet/queries.ts";
import { termsNotAccepted } from "../errors.ts";
import { requireAccount } from "../require-account.ts";
import { setTerms } from "./sql.ts";

export interface TermsInput {
  accountId: number;
  /** The statement that was read. */
  version: string;
  /** The one that applies. */
  current: string;
  /** For the audit log, such as the address, or how the operator got it in writing. */
  detail: Record<string, unknown>;
  actor: string;
}

/**
 * Accepts the statement on lawful use for an account: for a year, or until it changes. Refuses `terms_not_accepted` if
 * another version was read.
 */
export function acceptTerms(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { accountId, version, current, detail, actor }: TermsInput,
): Promise<Date> {
  if (version !== current) throw termsNotAccepted(current);
  const at = clock.now();
  return db.transaction(async (tx) => {
    const { id } = await requireAccount(tx, String(accountId));
    await setTerms(tx, id, version, at);
    await tellChanged(tx, "account", await findWalletIds(tx, id));
    const subject = `account ${id}`;
    await recordAction(tx, { at, actor, action: "terms.accept", subject, detail: { version, ...detail } });
    return at;
  });
}
