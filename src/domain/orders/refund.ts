import { recordAction } from "../audit/record-action.ts";
import type { Deps } from "../deps.ts";
import { post } from "../wallet/post.ts";
import { lockWalletsOf } from "../wallet/lock.ts";
import { listPostingsOf } from "../wallet/queries.ts";
import type { StatementLine } from "../wallet/queries.ts";
import { noSuchOrder, nothingToRefund } from "./errors.ts";
import { findOrder } from "./queries.ts";
import { addSpending } from "./spending/sql.ts";

/** What the postings of an order have charged and not given back yet. */
export function refundable(postings: Pick<StatementLine, "kind" | "amountMinor">[]): number {
  const sum = (...kinds: string[]): number =>
    postings
      .filter(({ kind }) => kinds.includes(kind))
      .reduce((all, { amountMinor }) => all + amountMinor, 0);
  return sum("capture", "late") - sum("refund");
}

/**
 * Gives an account back what an order has charged, on the operator's decision; the order stays as it is. Of two who
 * refund at once, one does. Returns the amount. Refuses `order_not_found` and `nothing_to_refund`.
 */
export function refund(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { orderId, reason, actor }: { orderId: number; reason: string; actor: string },
): Promise<number> {
  const at = clock.now();
  return db.transaction(async (tx) => {
    const order = await findOrder(tx, orderId);
    if (!order) throw noSuchOrder(orderId);
    const { walletId, keyId } = order;
    await lockWalletsOf(tx, [order]);
    const postings = await listPostingsOf(tx, walletId, orderId);
    const amountMinor = refundable(postings);
    if (amountMinor <= 0) throw nothingToRefund(orderId);
    const spentAt = postings.find(({ kind }) => kind === "late")?.createdAt ?? order.createdAt;
    await post(tx, [{ walletId, orderId, kind: "refund", amountMinor, reason, spentAt }], at);
    if (keyId !== null) await addSpending(tx, [{ keyId, day: spentAt, amountMinor: -amountMinor }]);
    const detail = { amountMinor, reason };
    await recordAction(tx, { at, actor, action: "order.refund", subject: `order ${orderId}`, detail });
    return amountMinor;
  });
}
