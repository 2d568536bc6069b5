import { Readable } from "node:stream";
import type { FastifyReply } from "fastify";
import { Type, type Static } from "typebox";
import {
  listPostings,
  sumPostings,
  type PostingFilter,
  type StatementLine,
} from "../../domain/wallet/queries.ts";
import { movements } from "../../domain/wallet/wallet.ts";
import { expects } from "../../http/parameters.ts";
import { ok } from "../../http/ok.ts";
import { csvLine } from "../../kit/csv.ts";
import type { Queryable } from "../../kit/db.ts";
import { formatMinor, moneyJson } from "../../kit/money.ts";
import type { StatementLine as ShownLine, StatementTotals } from "./answers/wallet.ts";
import { format, page, pageOf, period, periodOf, sort } from "./schemas.ts";
import { moneyOrNull } from "./show.ts";

const kinds = Object.keys(movements).join("|");
export const statementQuery = Type.Object({
  ...page,
  ...period,
  sort,
  kind: Type.Optional(
    Type.String({
      pattern: `^(${kinds})(,(${kinds}))*$`,
      ...expects(`be one or several of ${Object.keys(movements).join(", ")}, separated by commas`),
    }),
  ),
  format,
});
type Query = Static<typeof statementQuery>;
const csvPage = 1000;

const filterOf = (walletId: number, query: Query): PostingFilter => ({
  walletId,
  lastSeq: pageOf(query).beforeId,
  sort: query.sort ?? "newest",
  kinds: query.kind?.split(",") ?? null,
  ...periodOf(query),
});

/** A page of a wallet's statement, or all of it as a file. */
export async function sendStatement(
  reply: FastifyReply,
  db: Queryable,
  walletId: number,
  query: Query,
): Promise<FastifyReply | { status: "success"; data: ShownLine[] }> {
  const filter = filterOf(walletId, query);
  if (query.format !== "csv") return ok((await listPostings(db, filter, pageOf(query).limit)).map(showLine));
  void reply
    .type("text/csv; charset=utf-8")
    .header("content-disposition", 'attachment; filename="statement.csv"');
  return reply.send(Readable.from(asCsv(db, filter)));
}

/** How much came in and went out, of the lines that the query lets through. */
export async function totalStatement(
  db: Queryable,
  walletId: number,
  query: Query,
): Promise<StatementTotals> {
  const { count, inMinor, outMinor } = await sumPostings(db, filterOf(walletId, query));
  return { count, in: moneyJson(inMinor), out: moneyJson(outMinor) };
}

const moved = ({ debit, credit, amountMinor }: StatementLine) => ({
  inMinor: credit === "spendable" ? amountMinor : null,
  outMinor: debit === "spendable" ? amountMinor : null,
});

function showLine(line: StatementLine): ShownLine {
  const { inMinor, outMinor } = moved(line);
  return {
    seq: line.seq,
    time: line.createdAt.toISOString(),
    kind: line.kind,
    order_id: line.orderId === null ? null : String(line.orderId),
    in: moneyOrNull(inMinor),
    out: moneyOrNull(outMinor),
    amount: moneyJson(line.amountMinor),
    balance_after: moneyJson(line.spendableAfterMinor),
    reason: line.reason,
    reference: line.reference,
  };
}

const csvColumns = "seq,time,kind,order_id,in,out,balance_after,reason,amount,reference".split(",");

async function* asCsv(db: Queryable, filter: PostingFilter): AsyncGenerator<string> {
  yield csvLine(csvColumns);
  for (let { lastSeq } = filter; ;) {
    const lines = await listPostings(db, { ...filter, lastSeq }, csvPage);
    yield lines.map(csvOf).join("");
    if (lines.length < csvPage) return;
    lastSeq = (lines.at(-1) as StatementLine).seq;
  }
}

function csvOf(line: StatementLine): string {
  const { inMinor, outMinor } = moved(line);
  const { seq, createdAt, kind, orderId, spendableAfterMinor, reason, reference } = line;
  const money = (minor: number | null): string => (minor === null ? "" : formatMinor(minor));
  const amounts = [money(inMinor), money(outMinor), money(spendableAfterMinor)];
  const rest = [reason, money(line.amountMinor), reference];
  return csvLine([seq, createdAt.toISOString(), kind, orderId, ...amounts, ...rest]);
}
