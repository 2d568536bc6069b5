import type { Tx } from "../../../kit/db.ts";
import type { Wallet } from "../../wallet/wallet.ts";
import type { Order, OrderRules } from "../order.ts";
import { addTries, forgiveTries } from "./sql.ts";
import { triesPerCode } from "./tries.ts";

type TriesRule = Pick<OrderRules, "triesPerPool">;

interface Ended {
  wallets: Wallet[];
  orders: Order[];
  outcome: "without a code" | "with a code";
}

/**
 * Counts ended orders, of wallets that the caller has locked: those without a code as attempts on their pool, those
 * with one make up for some. Not in the sandbox, whose numbers belong to nobody.
 */
export async function countTries(
  tx: Tx,
  { triesPerPool }: TriesRule,
  { wallets, orders, outcome }: Ended,
  at: Date,
): Promise<void> {
  const live = new Set(wallets.filter(({ mode }) => mode === "live").map(({ id }) => id));
  const ended = triesPerPool > 0 ? orders.filter(({ walletId }) => live.has(walletId)) : [];
  const groups = Map.groupBy(ended, ({ walletId, poolId }) => `${walletId} ${poolId}`);
  const each = outcome === "with a code" ? triesPerCode : 1;
  const entries = [...groups.values()].map((group) => {
    const { walletId, poolId } = group[0] as Order;
    return { walletId, poolId, count: group.length * each };
  });
  if (entries.length === 0) return;
  await (outcome === "with a code" ? forgiveTries : addTries)(tx, entries, triesPerPool, at);
}
