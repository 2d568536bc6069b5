import type { Queryable } from "../../kit/db.ts";
import { requireAccount } from "../accounts/require-account.ts";
import { findWalletById, listPostingsOf, type StatementLine } from "../wallet/queries.ts";
import type { Wallet } from "../wallet/wallet.ts";
import { noSuchOrder } from "./errors.ts";
import type { Order } from "./order.ts";
import { findNames, findOrder } from "./queries.ts";

/** An order as the operator sees it: of any account, in any state, with its money. */
export interface InspectedOrder {
  order: Order;
  username: string;
  wallet: Wallet;
  postings: StatementLine[];
  serviceName: string;
  poolName: string;
}

export async function inspect(db: Queryable, orderId: number): Promise<InspectedOrder> {
  const order = await findOrder(db, orderId);
  if (!order) throw noSuchOrder(orderId);
  const wallet = (await findWalletById(db, order.walletId)) as Wallet;
  const { username } = await requireAccount(db, String(wallet.accountId));
  const names = await findNames(db, order);
  return { order, username, wallet, ...names, postings: await listPostingsOf(db, wallet.id, orderId) };
}
