import { Readable } from "node:stream";
import { Type, type Static } from "typebox";
import { allows, type Caller } from "../../../domain/accounts/account.ts";
import { readCountryCode } from "../../../domain/catalog/country-code.ts";
import { sandboxCategory } from "../../../domain/catalog/catalog.ts";
import { findCountry, findService } from "../../../domain/catalog/queries.ts";
import { unknownCountry, unknownService } from "../../../domain/catalog/errors.ts";
import { readOrders, type ListedOrder } from "../../../domain/orders/read-orders.ts";
import type { OrderFilter } from "../../../domain/orders/lists/queries.ts";
import { formatMinor, moneyJson } from "../../../kit/money.ts";
import { sorts, type Sort } from "../../../kit/sort.ts";
import { expects, readTime, timeSentence } from "../../../http/parameters.ts";
import type { Routes } from "../../../http/routes.ts";
import type { ApiDeps } from "../api.ts";
import { csvLine } from "../../../kit/csv.ts";
import { answers, country as countrySchema, service, success } from "../schemas.ts";
import { listedOrder, statuses, type ListedOrder as ShownOrder } from "../answers/orders.ts";

const moment = (description: string, example: string): object => ({
  description,
  examples: [example],
  ...expects(timeSentence),
});
const query = Type.Object({
  limit: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 1_000_000_000,
      description: "At most this many; default: all.",
      examples: [20],
      ...expects("be a whole number of at least 1"),
    }),
  ),
  before: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 9e15,
      description:
        "The `id` of the last order of the previous page: only orders that come after it in the list.",
      examples: [101],
      ...expects("be the id of an order in this list"),
    }),
  ),
  sort: Type.Optional(
    Type.Unsafe<Sort>({
      type: "string",
      enum: [...sorts],
      description: "By when they were rented; default: newest.",
      ...expects("be newest or oldest"),
    }),
  ),
  status: Type.Optional(
    Type.String({
      pattern: `^(${statuses.join("|")})(,(${statuses.join("|")}))*$`,
      description: "One or several, separated by commas.",
      examples: ["RECEIVED,FINISHED"],
      ...expects(`be one or several of ${statuses.join(", ")}, separated by commas`),
    }),
  ),
  service: Type.Optional(service),
  country: Type.Optional(countrySchema),
  from: Type.Optional(
    Type.String({ maxLength: 40, ...moment("Rented at or after this time.", "2026-01-01") }),
  ),
  to: Type.Optional(
    Type.String({ maxLength: 40, ...moment("Rented before this time.", "2026-02-01T00:00:00Z") }),
  ),
  q: Type.Optional(
    Type.String({
      pattern: "^\\+?[0-9]{1,15}$",
      description: "Part of a number, or an order_id.",
      examples: ["15550123456"],
      ...expects("be digits of a number, or an order_id"),
    }),
  ),
  format: Type.Optional(
    Type.Unsafe<string>({ type: "string", enum: ["json", "csv"], ...expects("be json or csv") }),
  ),
});

export function ordersRoute(api: Routes, deps: ApiDeps): void {
  api.get(
    "/orders",
    {
      config: { scope: "list" },
      schema: {
        operationId: "listOrders",
        tags: ["Orders"],
        summary: "List orders",
        description:
          "All orders, newest first unless `sort` says otherwise, as a stream. `format=csv` exports them.",
        querystring: query,
        response: answers(
          "The orders as JSON or as a CSV file.",
          {
            content: {
              "application/json": { schema: success(Type.Array(listedOrder)) },
              "text/csv": { schema: Type.String() },
            },
          },
          ["invalid_request", "unknown_country", "unknown_service"],
        ),
      },
    },
    async (request, reply) => {
      const filter = await readFilter(deps, request.caller, request.query);
      const db = deps.openLongAnswer(reply, request.caller.accountId, "list");
      // Members who may not read codes see that there are orders, but not what they received.
      const sealer = allows(request.caller.scopes, "read") ? deps.sealer : null;
      const pages = readOrders({ db, sealer }, filter, request.query.limit ?? Infinity);
      if (request.query.format === "csv") {
        reply
          .header("content-type", "text/csv; charset=utf-8")
          .header("content-disposition", 'attachment; filename="orders.csv"');
        return reply.send(Readable.from(asCsv(pages)));
      }
      return reply
        .header("content-type", "application/json; charset=utf-8")
        .send(Readable.from(asJson(pages)));
    },
  );
}

async function readFilter(
  { db }: ApiDeps,
  { walletId, mode }: Caller,
  input: Static<typeof query>,
): Promise<OrderFilter> {
  const named = input.service === undefined ? null : await findService(db, input.service.toLowerCase());
  const isHidden = named?.category === sandboxCategory && mode === "live";
  if (named === undefined || isHidden) throw unknownService(input.service ?? "");
  const country = input.country === undefined ? null : readCountryCode(input.country);
  if (country !== null && !(await findCountry(db, country))) throw unknownCountry(country);
  return {
    walletId,
    sort: input.sort ?? "newest",
    lastSeq: input.before ?? null,
    status: input.status?.split(",") ?? null,
    service: named?.slug ?? null,
    country,
    from: input.from === undefined ? null : readTime("from", input.from),
    to: input.to === undefined ? null : readTime("to", input.to),
    q: input.q?.replace("+", "") ?? null,
  };
}

/** Visible orders have a number, and one of the visible statuses. */
const show = (order: ListedOrder): ShownOrder => ({
  id: order.seq,
  order_id: String(order.orderId),
  service: order.service,
  number: order.number as string,
  status: order.status as ShownOrder["status"],
  price: moneyJson(order.priceMinor),
  country: order.country,
  provider: order.provider,
  pool: String(order.poolId),
  sms_code: order.code,
  created_at: order.createdAt.toISOString(),
  expires_at: order.expiresAt.toISOString(),
  duration: order.duration,
});

// The first page is read before anything is sent, so that if it fails the client gets an error rather than a broken
// answer.
async function* asJson(pages: AsyncGenerator<ListedOrder[]>): AsyncGenerator<string> {
  let between = '{"status":"success","data":[';
  for await (const page of pages) {
    yield between + page.map((order) => JSON.stringify(show(order))).join(",");
    between = ",";
  }
  yield between === "," ? "]}" : `${between}]}`;
}

async function* asCsv(pages: AsyncGenerator<ListedOrder[]>): AsyncGenerator<string> {
  let before = csvLine(Object.keys(listedOrder.properties));
  for await (const page of pages) {
    const lines = page.map((order) =>
      csvLine(Object.values({ ...show(order), price: formatMinor(order.priceMinor) })),
    );
    yield before + lines.join("");
    before = "";
  }
  if (before !== "") yield before;
}
