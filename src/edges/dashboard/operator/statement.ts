import { findWallet } from "../../../domain/wallet/queries.ts";
import { noSuchWallet } from "../../../domain/wallet/errors.ts";
import { Type } from "typebox";
import type { Routes } from "../../../http/routes.ts";
import { ok } from "../../../http/ok.ts";
import { operators } from "../access.ts";
import { answer, answerOrCsv } from "../answers/shapes.ts";
import { statementLine, statementTotals } from "../answers/wallet.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { choice, idParams as params } from "../schemas.ts";
import { sendStatement, statementQuery, totalStatement } from "../statement.ts";

const config = { who: operators };
const querystring = Type.Object({ ...statementQuery.properties, mode: choice(["live", "test"]) });

/** A customer's statement, as the customer sees it. */
export function customerStatementRoutes(app: Routes, { db }: DashboardDeps): void {
  const walletIdOf = async (accountId: number, mode: "live" | "test"): Promise<number> => {
    const wallet = await findWallet(db, accountId, mode);
    if (!wallet) throw noSuchWallet(accountId);
    return wallet.id;
  };

  app.get(
    "/operator/customers/:id/statement",
    {
      config: { ...config, compress: true },
      schema: { params, querystring, response: answerOrCsv(Type.Array(statementLine)) },
    },
    async ({ params: { id }, query }, reply) =>
      sendStatement(reply, db, await walletIdOf(id, query.mode), query),
  );

  app.get(
    "/operator/customers/:id/statement/totals",
    { config, schema: { params, querystring, response: answer(statementTotals) } },
    async ({ params: { id }, query }) =>
      ok(await totalStatement(db, await walletIdOf(id, query.mode), query)),
  );
}
