import type { Queryable, Tx } from "../../kit/db.ts";
import { behind, inOrder, type Sort } from "../../kit/sort.ts";
import type { Mode, Wallet } from "./wallet.ts";

export async function findWalletIds(db: Queryable, accountId: number): Promise<number[]> {
  const rows = await db.rows<{ id: number }>(`select id from wallets where account_id = $1`, [accountId]);
  return rows.map(({ id }) => id);
}

export interface WalletFigures {
  mode: Mode;
  currency: string;
  spendableMinor: number;
  heldMinor: number;
  revenueMinor: number;
  openHolds: number;
  lowBalanceMinor: number;
  maxOpenOrders: number | null;
}

export function listWallets(db: Queryable, accountId: number): Promise<WalletFigures[]> {
  return db.rows(
    `select mode, currency, spendable_minor as "spendableMinor", held_minor as "heldMinor",
       revenue_minor as "revenueMinor", open_holds as "openHolds", low_balance_minor as "lowBalanceMinor",
       max_open_orders as "maxOpenOrders"
     from wallets where account_id = $1 order by mode`,
    [accountId],
  );
}

export const walletColumns = `id, account_id as "accountId", mode, currency, spendable_minor as "spendableMinor",
  held_minor as "heldMinor", open_holds as "openHolds", order_seq as "orderSeq",
  low_balance_minor as "lowBalanceMinor", max_open_orders as "maxOpenOrders"`;

export async function findWallet(db: Queryable, accountId: number, mode: Mode): Promise<Wallet | undefined> {
  const [wallet] = await db.rows<Wallet>(
    `select ${walletColumns} from wallets where account_id = $1 and mode = $2`,
    [accountId, mode],
  );
  return wallet;
}

export async function findWalletById(db: Queryable, id: number): Promise<Wallet | undefined> {
  const [wallet] = await db.rows<Wallet>(`select ${walletColumns} from wallets where id = $1`, [id]);
  return wallet;
}

export interface StatementLine {
  seq: number;
  kind: string;
  debit: string;
  credit: string;
  amountMinor: number;
  spendableAfterMinor: number;
  orderId: number | null;
  reason: string | null;
  reference: string | null;
  createdAt: Date;
}

export interface BookedReference {
  username: string;
  amountMinor: number;
  currency: string;
  createdAt: Date;
}

/** Whether the wallet's account was closed; closing it holds the wallet's lock. */
export async function isClosed(tx: Tx, walletId: number): Promise<boolean> {
  const rows = await tx.rows(
    `select 1 from wallets w join accounts a on a.id = w.account_id where w.id = $1 and a.closed_at is not null`,
    [walletId],
  );
  return rows.length > 0;
}

export async function findPostingByReference(
  tx: Tx,
  reference: string,
): Promise<BookedReference | undefined> {
  const [posting] = await tx.rows<BookedReference>(
    `select a.username, w.currency, p.created_at as "createdAt",
       case when p.credit = 'spendable' then p.amount_minor else -p.amount_minor end as "amountMinor"
     from postings p join wallets w on w.id = p.wallet_id join accounts a on a.id = w.account_id
     where lower(p.reference) = lower($1)`,
    [reference],
  );
  return posting;
}

export interface PostingFilter {
  walletId: number;
  /** The last row of the previous page. */
  lastSeq: number;
  sort?: Sort;
  kinds?: string[] | null;
  from?: Date | null;
  to?: Date | null;
}

const isWanted = `($2::text[] is null or kind = any($2))
  and ($3::timestamptz is null or created_at >= $3) and ($4::timestamptz is null or created_at < $4)`;

/** A page of a wallet's postings, newest first unless sorted otherwise; only those that the filter lets through. */
export function listPostings(
  db: Queryable,
  { walletId, lastSeq, sort = "newest", kinds = null, from = null, to = null }: PostingFilter,
  limit: number,
): Promise<StatementLine[]> {
  return db.rows(
    `select seq, kind, debit, credit, amount_minor as "amountMinor", spendable_after_minor as "spendableAfterMinor",
       order_id as "orderId", reason, reference, created_at as "createdAt"
     from postings where wallet_id = $1 and ${behind(sort, "seq", "$5")} and ${isWanted}
     ${inOrder(sort, "seq")} limit $6`,
    [walletId, kinds, from, to, lastSeq, limit],
  );
}

export interface PostingSums {
  count: number;
  inMinor: number;
  outMinor: number;
}

/** What the postings that the filter lets through brought in and took out of what may be spent. */
export async function sumPostings(
  db: Queryable,
  { walletId, kinds = null, from = null, to = null }: PostingFilter,
): Promise<PostingSums> {
  const [sums] = await db.rows<PostingSums>(
    `select count(*)::int as count,
       coalesce(sum(amount_minor) filter (where credit = 'spendable'), 0)::bigint as "inMinor",
       coalesce(sum(amount_minor) filter (where debit = 'spendable'), 0)::bigint as "outMinor"
     from postings where wallet_id = $1 and ${isWanted}`,
    [walletId, kinds, from, to],
  );
  return sums as PostingSums;
}

/** The postings of an order, oldest first. */
export function listPostingsOf(db: Queryable, walletId: number, orderId: number): Promise<StatementLine[]> {
  return db.rows(
    `select seq, kind, debit, credit, amount_minor as "amountMinor", spendable_after_minor as "spendableAfterMinor",
       order_id as "orderId", reason, reference, created_at as "createdAt"
     from postings where wallet_id = $1 and order_id = $2 order by seq`,
    [walletId, orderId],
  );
}
