import { Readable } from "node:stream";
import { Type } from "typebox";
import { readSpending } from "../../../domain/reports/spending.ts";
import { refill } from "../../../domain/wallet/refill.ts";
import { setLowBalance } from "../../../domain/wallet/set-low-balance.ts";
import { findWalletById, listPostings, type StatementLine } from "../../../domain/wallet/queries.ts";
import { movements, type Wallet } from "../../../domain/wallet/wallet.ts";
import { csvLine } from "../../../kit/csv.ts";
import type { Queryable } from "../../../kit/db.ts";
import { formatMinor, moneyJson } from "../../../kit/money.ts";
import { accountOf, actorOf, everyRole, payers, walletOf, type Who } from "../access.ts";
import type { Routes } from "../../../http/routes.ts";
import { ok } from "../../../http/ok.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { expects, readAmount } from "../../../http/parameters.ts";
import { amount, choice, page, pageOf } from "../schemas.ts";
import { moneyOrNull, showWallet } from "../show.ts";
import { answer, answerOrCsv } from "../answers/shapes.ts";
import {
  spending,
  statementLine,
  topUp,
  wallet,
  type StatementLine as ShownLine,
} from "../answers/wallet.ts";

const kinds = Object.keys(movements).join("|");
const statementQuery = Type.Object({
  ...page,
  kind: Type.Optional(
    Type.String({
      pattern: `^(${kinds})(,(${kinds}))*$`,
      ...expects(`be one or several of ${Object.keys(movements).join(", ")}, separated by commas`),
    }),
  ),
  format: Type.Optional(choice(["json", "csv"])),
});
/** Whoever rents or pays: play money costs nothing. */
const refillers: Who = ["owner", "developer", "billing"];
const csvPage = 1000;

/** The account's money in the mode that the request names. */
export function walletRoutes(app: Routes, deps: DashboardDeps): void {
  const { db, settings } = deps;
  const config = { who: everyRole };

  app.get("/wallet", { config, schema: { response: answer(wallet) } }, async (request) =>
    ok(showWallet((await findWalletById(db, walletOf(request).id)) as Wallet)),
  );

  app.patch(
    "/wallet",
    {
      config: { who: payers },
      schema: { body: Type.Object({ low_balance: amount }), response: answer(wallet) },
    },
    async (request) => {
      const lowBalanceMinor = readAmount("low_balance", request.body.low_balance);
      const input = { walletId: walletOf(request).id, lowBalanceMinor, actor: actorOf(request) };
      return ok(showWallet(await setLowBalance(deps, input)));
    },
  );

  app.post(
    "/wallet/refill",
    { config: { who: refillers }, schema: { response: answer(wallet) } },
    async (request) => ok(showWallet(await refill(deps, walletOf(request).id))),
  );

  app.get(
    "/wallet/statement",
    {
      config: { ...config, compress: true },
      schema: { querystring: statementQuery, response: answerOrCsv(Type.Array(statementLine)) },
    },
    async (request, reply) => {
      const { kind, format } = request.query;
      const { beforeId, limit } = pageOf(request.query);
      const wanted = kind?.split(",") ?? null;
      const { id } = walletOf(request);
      const db = deps.openLongAnswer(reply, accountOf(request).id, "list");
      if (format === "csv") {
        void reply
          .type("text/csv; charset=utf-8")
          .header("content-disposition", 'attachment; filename="statement.csv"');
        return reply.send(Readable.from(asCsv(db, id, beforeId, wanted)));
      }
      return ok(
        (await listPostings(db, { walletId: id, beforeSeq: beforeId, kinds: wanted }, limit)).map(showLine),
      );
    },
  );

  app.get(
    "/wallet/spending",
    {
      config,
      schema: {
        querystring: Type.Object({ days: Type.Integer({ minimum: 1, maximum: 366, default: 30 }) }),
        response: answer(spending),
      },
    },
    async (request, reply) => {
      const db = deps.openLongAnswer(reply, accountOf(request).id, "list");
      const { totalMinor, services, days } = await readSpending(
        { ...deps, db },
        {
          walletId: walletOf(request).id,
          days: request.query.days,
        },
      );
      return ok({
        total: moneyJson(totalMinor),
        services: services.map(({ spentMinor, ...row }) => ({ ...row, spent: moneyJson(spentMinor) })),
        days: days.map(({ spentMinor, ...row }) => ({ ...row, spent: moneyJson(spentMinor) })),
      });
    },
  );

  app.get("/top-up", { config, schema: { response: answer(topUp) } }, async () =>
    ok({ instructions: settings.topUpInstructions }),
  );
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

async function* asCsv(
  db: Queryable,
  walletId: number,
  beforeSeq: number,
  wanted: string[] | null,
): AsyncGenerator<string> {
  yield csvLine([
    "seq",
    "time",
    "kind",
    "order_id",
    "in",
    "out",
    "balance_after",
    "reason",
    "amount",
    "reference",
  ]);
  for (let before = beforeSeq; ;) {
    const lines = await listPostings(db, { walletId, beforeSeq: before, kinds: wanted }, csvPage);
    yield lines.map(csvOf).join("");
    if (lines.length < csvPage) return;
    before = (lines.at(-1) as StatementLine).seq;
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
