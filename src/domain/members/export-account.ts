import { listKeys } from "../accounts/sql.ts";
import type { Deps } from "../deps.ts";
import { showMessages } from "../messages/show.ts";
import type { ShownMessage } from "../messages/message.ts";
import { readOrders, type ListedOrder } from "../orders/read-orders.ts";
import { findWallet, listPostings, type StatementLine } from "../wallet/sql.ts";
import type { Mode, Wallet } from "../wallet/wallet.ts";
import { listMembers, type ListedMember } from "./sql.ts";
import type { ListedKey } from "../accounts/sql.ts";

/** One piece after the other, so that the memory stays flat however large the account is. */
export type ExportPart =
  | { kind: "members"; rows: ListedMember[] }
  | { kind: "keys"; rows: ListedKey[] }
  | { kind: "wallet"; wallet: Wallet }
  | { kind: "orders"; mode: Mode; rows: (ListedOrder & { messages: ShownMessage[] })[] }
  | { kind: "postings"; mode: Mode; rows: StatementLine[] };

const pageSize = 1000;

/** Everything that is kept of an account, texts of messages among it as far as they are not erased. */
export async function* exportAccount(
  deps: Pick<Deps, "db" | "clock" | "sealer">,
  accountId: number,
): AsyncGenerator<ExportPart> {
  const { db } = deps;
  yield { kind: "members", rows: await listMembers(db, accountId) };
  yield { kind: "keys", rows: await listKeys(db, accountId) };
  for (const mode of ["live", "test"] as const) {
    const wallet = (await findWallet(db, accountId, mode)) as Wallet;
    yield { kind: "wallet", wallet };
    const none = { status: null, service: null, country: null, from: null, to: null, q: null };
    const filter = { walletId: wallet.id, beforeSeq: Number.MAX_SAFE_INTEGER, ...none };
    for await (const orders of readOrders(deps, filter, Infinity)) {
      const messages = await showMessages(
        deps,
        orders.map(({ orderId }) => orderId),
      );
      const rows = orders.map((order) => ({ ...order, messages: messages.get(order.orderId) ?? [] }));
      yield { kind: "orders", mode, rows };
    }
    yield* postings(deps, wallet);
  }
}

async function* postings({ db }: Pick<Deps, "db">, { id, mode }: Wallet): AsyncGenerator<ExportPart> {
  for (let before = Number.MAX_SAFE_INTEGER; ;) {
    const rows = await listPostings(db, id, before, pageSize);
    yield { kind: "postings", mode, rows };
    if (rows.length < pageSize) return;
    before = (rows.at(-1) as StatementLine).seq;
  }
}
