import { recordAction } from "../audit/record-action.ts";
import type { Deps } from "../deps.ts";
import { accountNotFound } from "./errors.ts";
import { openPayOut } from "./sealed-pay-out.ts";
import { findPayOut } from "./queries.ts";

/** Where the balance of a closed account is to be paid; viewing it is recorded. */
export function readPayOut(
  { db, clock, sealer }: Pick<Deps, "db" | "clock" | "sealer">,
  { accountId, actor }: { accountId: number; actor: string },
): Promise<string> {
  return db.transaction(async (tx) => {
    const account = await findPayOut(tx, accountId);
    const to = account && openPayOut(sealer, account);
    if (!to) throw accountNotFound(String(accountId));
    const subject = `account ${accountId}`;
    await recordAction(tx, { at: clock.now(), actor, action: "account.reveal-pay-out", subject });
    return to;
  });
}
