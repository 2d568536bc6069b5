import { recordAction } from "../../audit/record-action.ts";
import type { Deps } from "../../deps.ts";
import { requireAccount } from "../require-account.ts";
import { deleteGrant, insertGrant } from "./sql.ts";

export interface ServiceGrant {
  accountId: number;
  service: { id: number; slug: string };
  granted: boolean;
  reason: string;
  actor: string;
}

/** The operator's yes to an account that wants a service which is rented on request only, or its end. Open orders continue. */
export function grantService(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { accountId, service, granted, reason, actor }: ServiceGrant,
): Promise<void> {
  const at = clock.now();
  return db.transaction(async (tx) => {
    const { id } = await requireAccount(tx, String(accountId));
    if (granted) await insertGrant(tx, id, service.id, at);
    else await deleteGrant(tx, id, service.id);
    const detail = { service: service.slug, reason };
    const action = granted ? "account.grant" : "account.ungrant";
    await recordAction(tx, { at, actor, action, subject: `account ${id}`, detail });
  });
}
