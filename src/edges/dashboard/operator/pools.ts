import { Type } from "typebox";
import { readCountryCode } from "../../../domain/catalog/country-code.ts";
import { providers, type LatePolicy } from "../../../domain/catalog/catalog.ts";
import { changePool } from "../../../domain/pools/change-pool.ts";
import { createPool } from "../../../domain/pools/create-pool.ts";
import { noSuchPool } from "../../../domain/pools/errors.ts";
import { replacePrices } from "../../../domain/pools/replace-prices.ts";
import { listPoolFigures } from "../../../domain/pools/queries.ts";
import { actorOf, operators } from "../access.ts";
import type { Routes } from "../../../http/routes.ts";
import { ok, type Success } from "../../../http/ok.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { expects, readAmount } from "../../../http/parameters.ts";
import { amount, choice, poolParams as params, text } from "../schemas.ts";
import { showPrice } from "./prices.ts";
import { showPool } from "./show.ts";
import { pool, price, type Pool } from "../answers/operator/pools.ts";
import { answer } from "../answers/shapes.ts";

const config = { who: operators };
const late = choice<LatePolicy>(["free", "charge", "withhold"]);
const name = text(1, 64);
const nullableText = Type.Unsafe<string | null>({
  anyOf: [{ type: "string", minLength: 1, maxLength: 64, pattern: "^[^\\u0000]*$" }, { type: "null" }],
});
const line = Type.Object({
  country: nullableText,
  service: nullableText,
  price: amount,
  cost: Type.Optional(Type.Union([amount, Type.Null()])),
});
const prices = Type.Array(line, {
  maxItems: 20_000,
  ...expects("be a list of country, service and price"),
});

/** Offers and what they cost. */
export function poolRoutes(app: Routes, deps: DashboardDeps): void {
  const { db } = deps;
  const shown = async (poolId: number): Promise<Success<Pool>> => {
    const found = (await listPoolFigures(db)).find(({ id }) => id === poolId);
    if (!found) throw noSuchPool(poolId);
    return ok(showPool(found));
  };

  app.get(
    "/operator/pools",
    { config: { ...config, compress: true }, schema: { response: answer(Type.Array(pool)) } },
    async () => ok((await listPoolFigures(db)).map(showPool)),
  );

  app.post(
    "/operator/pools",
    {
      config,
      schema: {
        body: Type.Object({
          name,
          provider: choice(providers),
          price: amount,
          cost: Type.Optional(amount),
          late_messages: Type.Optional(late),
        }),
        response: answer(pool),
      },
    },
    async (request) => {
      const { name: title, provider, cost = 0, late_messages: lateMessages = "free" } = request.body;
      const priceMinor = readAmount("price", request.body.price);
      const costMinor = readAmount("cost", cost);
      const input = { name: title, provider, priceMinor, costMinor, lateMessages, actor: actorOf(request) };
      return shown((await createPool(deps, input)).id);
    },
  );

  app.patch(
    "/operator/pools/:id",
    {
      config,
      schema: {
        params,
        body: Type.Object({
          name: Type.Optional(name),
          price: Type.Optional(amount),
          cost: Type.Optional(amount),
          late_messages: Type.Optional(late),
          retired: Type.Optional(Type.Boolean()),
        }),
        response: answer(pool),
      },
    },
    async (request) => {
      const { name: title, price: wanted, cost, late_messages: lateMessages, retired } = request.body;
      const priceMinor = wanted === undefined ? undefined : readAmount("price", wanted);
      const poolId = request.params.id;
      await changePool(deps, {
        poolId,
        name: title,
        priceMinor,
        costMinor: cost === undefined ? undefined : readAmount("cost", cost),
        lateMessages,
        retired,
        actor: actorOf(request),
      });
      return shown(poolId);
    },
  );

  app.put(
    "/operator/pools/:id/prices",
    {
      config,
      bodyLimit: 4 * 1024 * 1024,
      schema: { params, body: Type.Object({ prices }), response: answer(Type.Array(price)) },
    },
    async (request) => {
      const wanted = request.body.prices.map(
        ({ country, service, price: amountText, cost = null }, place) => ({
          country: country === null ? null : readCountryCode(country),
          service,
          priceMinor: readAmount(`prices.${place}.price`, amountText),
          costMinor: cost === null ? null : readAmount(`prices.${place}.cost`, cost),
        }),
      );
      const input = { poolId: request.params.id, prices: wanted, actor: actorOf(request) };
      return ok((await replacePrices(deps, input)).map(showPrice));
    },
  );
}
