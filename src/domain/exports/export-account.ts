import type { Queryable } from "../../kit/db.ts";
import { listKeys, type ListedKey } from "../accounts/queries.ts";
import { findStanding, listGrants } from "../accounts/standing/queries.ts";
import { listEvidenceOf, listVerifications } from "../accounts/verification/queries.ts";
import { openFile, openNote } from "../accounts/verification/sealed-evidence.ts";
import type { ListedVerification } from "../accounts/verification/verification.ts";
import { readCustomersCases, type SideOfCase } from "../cases/abuse/read-case.ts";
import { readToldRequests, type ToldRequest } from "../cases/requests/read-told.ts";
import type { Deps } from "../deps.ts";
import { sizeMessagesOf } from "../messages/queries.ts";
import { showMessages } from "../messages/show.ts";
import type { ShownMessage } from "../messages/message.ts";
import { readOrders, type ListedOrder } from "../orders/read-orders.ts";
import type { StoredEvent } from "../delivery/event.ts";
import { findWallet, listPostings, type StatementLine } from "../wallet/queries.ts";
import type { Mode, Wallet } from "../wallet/wallet.ts";
import { exportEvents, exportPeople, type PeoplePart } from "./export-people.ts";
import { listMembers, type ListedMember } from "../members/queries.ts";

/** Piece by piece, so that memory stays flat however large the account is. */
export type ExportPart =
  | { kind: "members"; rows: ListedMember[] }
  | { kind: "cases"; rows: SideOfCase[] }
  | { kind: "requests"; rows: ToldRequest[] }
  | { kind: "keys"; rows: ListedKey[] }
  | { kind: "standing"; rows: StoredStanding[] }
  | { kind: "verifications"; rows: StoredVerification[] }
  | { kind: "wallet"; wallet: Wallet }
  | { kind: "orders"; mode: Mode; rows: (ListedOrder & { messages: ShownMessage[] })[] }
  | { kind: "postings"; mode: Mode; rows: StatementLine[] }
  | { kind: "events"; mode: Mode; rows: StoredEvent[] }
  | PeoplePart;

/** How well the account is known, what it accepted, and what the operator allowed it beyond the rules. */
interface StoredStanding {
  tier: string | null;
  termsVersion: string | null;
  termsAcceptedAt: Date | null;
  grants: Awaited<ReturnType<typeof listGrants>>;
}

/** What the account gave to be known by, as long as it is kept; `file` is base64. */
interface StoredVerification extends ListedVerification {
  note: string | null;
  file: string | null;
}

const pageSize = 1000;
const pieceBytes = 1024 * 1024;

type ExportDeps = Pick<Deps, "clock" | "sealer"> & { db: Queryable };

/** Everything stored about an account, including texts of messages unless they are erased. */
export async function* exportAccount(deps: ExportDeps, accountId: number): AsyncGenerator<ExportPart> {
  const { db, clock } = deps;
  const members = await listMembers(db, accountId);
  yield { kind: "members", rows: members };
  yield* exportPeople(deps, { accountId, members });
  yield { kind: "cases", rows: await readCustomersCases(deps, accountId) };
  yield { kind: "requests", rows: await readToldRequests(db, accountId) };
  yield { kind: "keys", rows: await listKeys(db, accountId, clock.now(), "all") };
  yield { kind: "standing", rows: await readStanding(db, accountId) };
  yield { kind: "verifications", rows: await readVerifications(deps, accountId) };
  for (const mode of ["live", "test"] as const) {
    const wallet = (await findWallet(db, accountId, mode)) as Wallet;
    yield { kind: "wallet", wallet };
    const none = { status: null, service: null, country: null, from: null, to: null, q: null };
    const filter = { walletId: wallet.id, lastSeq: null, ...none };
    for await (const page of readOrders(deps, filter, Infinity))
      for (const orders of await splitBySize(db, page))
        yield { kind: "orders", mode, rows: await withMessages(deps, orders) };
    yield* postings(deps, wallet);
    for await (const rows of exportEvents(db, wallet.id)) yield { kind: "events", mode, rows };
  }
}

async function readStanding(db: Queryable, accountId: number): Promise<StoredStanding[]> {
  const standing = await findStanding(db, accountId);
  if (!standing) return [];
  const { tier, termsVersion, termsAtMs } = standing;
  const termsAcceptedAt = termsAtMs === null ? null : new Date(termsAtMs);
  return [{ tier, termsVersion, termsAcceptedAt, grants: await listGrants(db, accountId) }];
}

async function readVerifications(
  { db, sealer }: ExportDeps,
  accountId: number,
): Promise<StoredVerification[]> {
  const filter = { accountId, state: null, beforeId: Number.MAX_SAFE_INTEGER };
  const evidence = new Map((await listEvidenceOf(db, accountId)).map((row) => [row.id, row]));
  return (await listVerifications(db, filter, pageSize)).map((row) => {
    const sealed = evidence.get(row.id);
    return {
      ...row,
      note: openNote(sealer, accountId, sealed?.noteSealed ?? null),
      file: openFile(sealer, accountId, sealed?.fileSealed ?? null),
    };
  });
}

/** A page of orders, in pieces whose texts total a megabyte, or that are one order. */
async function splitBySize(db: Queryable, page: ListedOrder[]): Promise<ListedOrder[][]> {
  const ids = page.map(({ orderId }) => orderId);
  const bytesOf = new Map((await sizeMessagesOf(db, ids)).map(({ orderId, bytes }) => [orderId, bytes]));
  const pieces: ListedOrder[][] = [];
  let room = 0;
  for (const order of page) {
    room -= bytesOf.get(order.orderId) ?? 0;
    if (room < 0 || pieces.length === 0) {
      pieces.push([]);
      room = pieceBytes - (bytesOf.get(order.orderId) ?? 0);
    }
    pieces.at(-1)?.push(order);
  }
  return pieces;
}

async function withMessages(
  deps: ExportDeps,
  orders: ListedOrder[],
): Promise<(ListedOrder & { messages: ShownMessage[] })[]> {
  const ids = orders.map(({ orderId }) => orderId);
  const shown = await showMessages(deps, ids, Number.MAX_SAFE_INTEGER);
  return orders.map((order) => ({ ...order, messages: shown.get(order.orderId)?.messages ?? [] }));
}

async function* postings({ db }: ExportDeps, { id, mode }: Wallet): AsyncGenerator<ExportPart> {
  for (let before = Number.MAX_SAFE_INTEGER; ;) {
    const rows = await listPostings(db, { walletId: id, lastSeq: before }, pageSize);
    yield { kind: "postings", mode, rows };
    if (rows.length < pageSize) return;
    before = (rows.at(-1) as StatementLine).seq;
  }
}
