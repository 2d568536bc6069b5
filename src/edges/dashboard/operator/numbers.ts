import { Type } from "typebox";
import { listMessagesOn } from "../../../domain/messages/sql.ts";
import { numberNotFound } from "../../../domain/numbers/errors.ts";
import { importNumbers, type LineRemark } from "../../../domain/numbers/import-numbers.ts";
import { readNumberFile } from "../../../domain/numbers/number-file.ts";
import { retire } from "../../../domain/numbers/retire.ts";
import { listInventory, listOrdersOfAll, type InventoryNumber } from "../../../domain/operations/sql.ts";
import { actorOf, operators } from "../access.ts";
import { ok, type Dashboard, type DashboardDeps } from "../dashboard.ts";
import { choice, id, idParams as params, page, pageOf, reason } from "../schemas.ts";
import { everyOrder } from "./orders.ts";
import { showInboxMessage, showNumber, showOperatorOrder } from "./show.ts";

const config = { who: operators };
const query = Type.Object({
  ...page,
  pool: Type.Optional(id),
  country: Type.Optional(
    Type.String({ pattern: "^[A-Za-z]{2}$", "x-expects": "be a country code such as US" }),
  ),
  q: Type.Optional(Type.String({ pattern: "^\\+?[0-9 ]{1,20}$", "x-expects": "be digits of a number" })),
  state: Type.Optional(choice(["free", "rented", "resting", "retired"])),
});
const everyNumber = {
  id: null,
  poolId: null,
  country: null,
  contains: null,
  state: null,
  beforeId: Number.MAX_SAFE_INTEGER,
};
const historyLength = 50;
/** A file is taken whole, so it may be as long as some hundred thousand numbers are. */
const bodyLimit = 10 * 1024 * 1024;
const longestFile = 10 * 1024 * 1024;
/** Remarks that an answer holds; nobody reads more of them. */
const mostRemarks = 1000;

/** Our own inventory. */
export function numberRoutes(app: Dashboard, deps: DashboardDeps): void {
  const { db } = deps;
  async function require(numberId: number): Promise<InventoryNumber> {
    const [number] = await listInventory(db, { ...everyNumber, id: numberId }, deps.clock.now(), 1);
    if (!number) throw numberNotFound(String(numberId));
    return number;
  }

  app.get("/operator/numbers", { config, schema: { querystring: query } }, async (request) => {
    const { pool: poolId = null, country, q, state = null } = request.query;
    const { beforeId, limit } = pageOf(request.query);
    const contains = q?.replace(/[+ ]/g, "") ?? null;
    const wanted = {
      ...everyNumber,
      poolId,
      country: country?.toUpperCase() ?? null,
      contains,
      state,
      beforeId,
    };
    return ok((await listInventory(db, wanted, deps.clock.now(), limit)).map(showNumber));
  });

  app.post(
    "/operator/numbers/import",
    {
      config,
      bodyLimit,
      schema: {
        body: Type.Object({
          pool: id,
          csv: Type.String({ maxLength: longestFile, "x-expects": "be the text of a CSV file" }),
          dry_run: Type.Boolean({ default: true }),
        }),
      },
    },
    async (request) => {
      const { pool: poolId, csv, dry_run: dryRun } = request.body;
      const lines = readNumberFile(once(csv));
      return ok(await report(deps, { poolId, lines, dryRun, strict: false, actor: actorOf(request) }));
    },
  );

  app.get("/operator/numbers/:id", { config, schema: { params } }, async (request) => {
    const number = await require(request.params.id);
    const orders = await listOrdersOfAll(db, { ...everyOrder, number: number.number }, historyLength);
    const messages = await listMessagesOn(db, number.number, historyLength);
    return ok({
      number: showNumber(number),
      orders: orders.map(showOperatorOrder),
      // Never their texts: those are shown where looking is written down.
      messages: messages.map(({ textSealed: _text, codeSealed: _code, ...row }) => showInboxMessage(row)),
    });
  });

  app.post(
    "/operator/numbers/:id/retire",
    { config, schema: { params, body: Type.Object({ reason: Type.Optional(reason) }) } },
    async (request) => {
      const { number } = await require(request.params.id);
      const input = { number, reason: request.body.reason ?? null, actor: actorOf(request) };
      const { retiredAt } = await retire(deps, input);
      return ok({ id: request.params.id, retired_at: retiredAt?.toISOString() ?? null });
    },
  );
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

async function report(deps: DashboardDeps, input: Parameters<typeof importNumbers>[1]): Promise<object> {
  const told = { read: 0, added: 0, dry_run: input.dryRun, more: 0 };
  const duplicates: LineRemark[] = [];
  const rejected: LineRemark[] = [];
  const take = (into: LineRemark[], remarks: LineRemark[]): void => {
    const fit = remarks.slice(0, mostRemarks - into.length);
    into.push(...fit);
    told.more += remarks.length - fit.length;
  };
  for await (const batch of importNumbers(deps, input)) {
    told.read += batch.read;
    told.added += batch.added;
    take(duplicates, batch.duplicates);
    take(rejected, batch.rejected);
  }
  return { ...told, duplicates, rejected };
}
