import { expects } from "../../../http/parameters.ts";
import { Type } from "typebox";
import { checkPrices } from "../../../domain/pools/check-prices.ts";
import { noSuchPool } from "../../../domain/pools/errors.ts";
import { readPriceFile } from "../../../domain/pools/price-file.ts";
import { findPool, listOverridesOf, type Override } from "../../../domain/pools/queries.ts";
import { formatMinor, moneyJson } from "../../../kit/money.ts";
import { operators } from "../access.ts";
import type { Routes } from "../../../http/routes.ts";
import { ok } from "../../../http/ok.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { format, poolParams as params } from "../schemas.ts";
import { sendCsv } from "../send-csv.ts";
import { moneyOrNull } from "../show.ts";
import { checkedPrices, price, type Price } from "../answers/operator/pools.ts";
import { answer, answerOrCsv } from "../answers/shapes.ts";

const config = { who: operators };
const longestFile = 1024 * 1024;
const csv = Type.String({ maxLength: longestFile, ...expects("be the text of a CSV file") });

/** A pool's individual prices, to view and to download as a file; and a preview of a file before it is applied. */
export function priceRoutes(app: Routes, { db }: DashboardDeps): void {
  app.get(
    "/operator/pools/:id/prices",
    {
      config,
      schema: { params, querystring: Type.Object({ format }), response: answerOrCsv(Type.Array(price)) },
    },
    async (request, reply) => {
      const { id } = request.params;
      const prices = await listOverridesOf(db, id);
      if (request.query.format === "csv") return sendCsv(reply, `prices-of-pool-${id}.csv`, csvOf(prices));
      return ok(prices.map(showPrice));
    },
  );

  app.post(
    "/operator/pools/:id/prices/check",
    {
      config,
      bodyLimit: 2 * longestFile,
      schema: { params, body: Type.Object({ csv }), response: answer(checkedPrices) },
    },
    async (request) => {
      if (!(await findPool(db, request.params.id))) throw noSuchPool(request.params.id);
      const read = await readPriceFile(request.body.csv);
      const good = read.filter((line) => "entry" in line);
      const { faults } = await checkPrices(
        db,
        good.map(({ entry }) => entry),
      );
      const unreadable = read.flatMap((line) =>
        "fault" in line ? [{ line: line.line, field: line.field, message: line.fault }] : [],
      );
      const refused = faults.map(({ place, field, refusal }) => ({
        line: good[place]?.line ?? 0,
        field,
        message: refusal.message,
      }));
      return ok({
        prices: good.map(({ entry }) => showPrice(entry)),
        faults: [...unreadable, ...refused].toSorted((a, b) => a.line - b.line),
      });
    },
  );
}

export const showPrice = ({ country, service, priceMinor, costMinor }: Omit<Override, "poolId">): Price => ({
  country,
  service,
  price: moneyJson(priceMinor),
  cost: moneyOrNull(costMinor),
});

async function* csvOf(prices: Override[]): AsyncGenerator<unknown[]> {
  yield ["country", "service", "price", "cost"];
  for (const { country, service, priceMinor, costMinor } of prices)
    yield [country, service, formatMinor(priceMinor), costMinor === null ? "" : formatMinor(costMinor)];
}
