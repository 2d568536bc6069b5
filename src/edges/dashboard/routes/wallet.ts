import { Type } from "typebox";
import { readSpending } from "../../../domain/reports/spending.ts";
import { refill } from "../../../domain/wallet/refill.ts";
import { setLowBalance } from "../../../domain/wallet/set-low-balance.ts";
import { findWalletById } from "../../../domain/wallet/queries.ts";
import type { Wallet } from "../../../domain/wallet/wallet.ts";
import { moneyJson } from "../../../kit/money.ts";
import { accountOf, actorOf, everyRole, payers, walletOf, type Who } from "../access.ts";
import type { Routes } from "../../../http/routes.ts";
import { ok } from "../../../http/ok.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { readAmount } from "../../../http/parameters.ts";
import { amount } from "../schemas.ts";
import { sendStatement, statementQuery, totalStatement } from "../statement.ts";
import { showWallet } from "../show.ts";
import { answer, answerOrCsv } from "../answers/shapes.ts";
import { spending, statementLine, statementTotals, topUp, wallet } from "../answers/wallet.ts";

/** Whoever rents or pays: play money costs nothing. */
const refillers: Who = ["owner", "developer", "billing"];

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
      const db = deps.openLongAnswer(reply, accountOf(request).id, "list");
      return sendStatement(reply, db, walletOf(request).id, request.query);
    },
  );

  app.get(
    "/wallet/statement/totals",
    { config, schema: { querystring: statementQuery, response: answer(statementTotals) } },
    async (request, reply) => {
      const db = deps.openLongAnswer(reply, accountOf(request).id, "list");
      return ok(await totalStatement(db, walletOf(request).id, request.query));
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
