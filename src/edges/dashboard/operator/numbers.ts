import { Type, type Static } from "typebox";
import { readCountryCode } from "../../../domain/catalog/country-code.ts";
import { listMessagesOn } from "../../../domain/messages/inbox/queries.ts";
import { numberNotFound } from "../../../domain/numbers/errors.ts";
import { putBack } from "../../../domain/numbers/put-back.ts";
import { retire } from "../../../domain/numbers/retire.ts";
import {
  countInventory,
  listInventory,
  type InventoryNumber,
  type NumberQuery,
} from "../../../domain/numbers/inventory/queries.ts";
import { listOrdersOfAll } from "../../../domain/orders/lists/queries.ts";
import { secondsAfter } from "../../../kit/clock.ts";
import { actorOf, operators } from "../access.ts";
import type { Routes } from "../../../http/routes.ts";
import { ok } from "../../../http/ok.ts";
import type { DashboardDeps } from "../dashboard.ts";
import {
  choice,
  countryText,
  digitsText,
  idParams as params,
  page,
  pageOf,
  period,
  periodOf,
  poolId,
  reason,
} from "../schemas.ts";
import { everyOrder } from "./orders.ts";
import { silentDays } from "./overview.ts";
import { showCount } from "../show.ts";
import { showInboxMessage, showNumber, showOperatorOrder } from "./show.ts";
import { inventoryNumber, numberHistory, retired } from "../answers/operator/numbers.ts";
import { answer, done, totals } from "../answers/shapes.ts";

const config = { who: operators };
const numberSorts = ["newest", "oldest", "number"] as const;
const query = Type.Object({
  ...page,
  ...period,
  sort: Type.Optional(choice(numberSorts)),
  pool: Type.Optional(poolId),
  country: Type.Optional(countryText),
  q: Type.Optional(digitsText),
  silent: Type.Optional(choice(["1"])),
  state: Type.Optional(choice(["free", "rented", "resting", "retired"])),
});
const everyNumber: NumberQuery = {
  id: null,
  poolId: null,
  country: null,
  contains: null,
  state: null,
  silentSince: null,
  from: null,
  to: null,
  lastId: null,
};
const historyLength = 50;

/** Our own inventory. */
export function numberRoutes(app: Routes, deps: DashboardDeps): void {
  const { db } = deps;
  const terms = () => ({ ...deps.rules, at: deps.clock.now() });
  const list = (wanted: NumberQuery, limit: number): Promise<InventoryNumber[]> =>
    listInventory(db, wanted, terms(), limit);
  async function require(numberId: number): Promise<InventoryNumber> {
    const [number] = await list({ ...everyNumber, id: numberId }, 1);
    if (!number) throw numberNotFound(String(numberId));
    return number;
  }

  app.get(
    "/operator/numbers",
    {
      config: { ...config, compress: true },
      schema: { querystring: query, response: answer(Type.Array(inventoryNumber)) },
    },
    async ({ query: asked }) =>
      ok((await list(readQuery(asked, deps.clock.now()), pageOf(asked).limit)).map(showNumber)),
  );

  app.get(
    "/operator/numbers/totals",
    { config, schema: { querystring: query, response: answer(totals) } },
    async ({ query: asked }) =>
      ok(showCount(await countInventory(db, readQuery(asked, deps.clock.now()), terms()))),
  );

  app.get(
    "/operator/numbers/:id",
    { config, schema: { params, response: answer(numberHistory) } },
    async (request) => {
      const number = await require(request.params.id);
      const orders = await listOrdersOfAll(db, { ...everyOrder, number: number.number }, historyLength);
      const messages = await listMessagesOn(db, number.number, historyLength);
      return ok({
        number: showNumber(number),
        orders: orders.map(showOperatorOrder),
        // Never texts: those are only shown where viewing is recorded.
        messages: messages.map(({ textSealed: _text, codeSealed: _code, ...row }) => showInboxMessage(row)),
      });
    },
  );

  app.post(
    "/operator/numbers/:id/retire",
    {
      config,
      schema: { params, body: Type.Object({ reason: Type.Optional(reason) }), response: answer(retired) },
    },
    async (request) => {
      const { number } = await require(request.params.id);
      const input = { number, reason: request.body.reason ?? null, actor: actorOf(request) };
      const { retiredAt } = await retire(deps, input);
      return ok({ id: request.params.id, retired_at: retiredAt?.toISOString() ?? null });
    },
  );

  app.post(
    "/operator/numbers/:id/put-back",
    { config, schema: { params, body: Type.Object({ reason }), response: done } },
    async (request) => {
      const { number } = await require(request.params.id);
      await putBack(deps, { number, reason: request.body.reason, actor: actorOf(request) });
      return ok({});
    },
  );
}

const readQuery = (
  { pool, country, q, state, silent, sort, before, ...times }: Static<typeof query>,
  at: Date,
): NumberQuery => ({
  ...everyNumber,
  poolId: pool ?? null,
  country: country === undefined ? null : readCountryCode(country),
  contains: q?.replace(/[+ ]/g, "") ?? null,
  state: state ?? null,
  silentSince: silent ? secondsAfter(at, -silentDays * 86_400) : null,
  ...periodOf(times),
  lastId: before ?? null,
  ...(sort ? { sort } : {}),
});
