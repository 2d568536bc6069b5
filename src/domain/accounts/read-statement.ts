import type { Queryable } from "../../kit/db.ts";
import { findWallet, listPostings, type StatementLine } from "../wallet/queries.ts";
import type { Mode, Wallet } from "../wallet/wallet.ts";
import { requireAccount } from "./require-account.ts";

export interface Statement {
  account: { id: number; username: string };
  wallet: Wallet;
  /** Newest first. */
  lines: StatementLine[];
}

/** A page of an account's postings, from before `beforeSeq`. */
export async function readStatement(
  db: Queryable,
  query: { account: string; mode: Mode; beforeSeq: number; limit: number },
): Promise<Statement> {
  const account = await requireAccount(db, query.account);
  const wallet = (await findWallet(db, account.id, query.mode)) as Wallet;
  const filter = { walletId: wallet.id, lastSeq: query.beforeSeq };
  return { account, wallet, lines: await listPostings(db, filter, query.limit) };
}
