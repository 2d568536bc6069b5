import type { OutgoingHttpHeaders, ServerResponse } from "node:http";
import { Type } from "typebox";
import { allows } from "../../../domain/accounts/account.ts";
import type { Change } from "../../../domain/delivery/change.ts";
import { follow } from "../../../domain/delivery/follow.ts";
import { latestEvent } from "../../../domain/delivery/queries.ts";
import { describeEvents, type DescribedEvent } from "../../../domain/messages/describe-events.ts";
import { orderNotFound } from "../../../domain/orders/errors.ts";
import type { Queryable } from "../../../kit/db.ts";
import { invalid } from "../../../kit/errors.ts";
import { moneyJson } from "../../../kit/money.ts";
import { expects, readOrderId } from "../../../http/parameters.ts";
import type { Routes } from "../../../http/routes.ts";
import type { ApiDeps } from "../api.ts";
import { answers, orderId } from "../schemas.ts";
import { showMessage } from "./sms.ts";
import { event, type AccountEvent } from "../answers/sms.ts";

/** A line now and then, so that proxies keep the connection open and a lost client is noticed. */
const heartbeatMilliseconds = 15_000;

/** A stream of events (WHATWG HTML, "Server-sent events"), each with an `AccountEvent` as its data. */
const lines = Type.Unsafe<string>({
  type: "string",
  contentMediaType: "text/event-stream",
  contentSchema: event,
});

/** Some clients send it as a parameter, or leave it empty until they have seen an event. */
const eventId = Type.String({
  pattern: "^[0-9]{0,15}$",
  description: "The last event that was seen.",
  examples: ["0"],
  ...expects("be the id of an event"),
});

export function eventsRoute(api: Routes, deps: ApiDeps): void {
  api.get(
    "/events",
    {
      config: { scope: "list", waitsAs: () => "streams" },
      schema: {
        operationId: "streamEvents",
        tags: ["Orders"],
        summary: "Stream events",
        description:
          "Server-sent events of the account: `order.received`, `order.updated` (a message that was incomplete has more of its parts), `order.expired`, `order.cancelled`, `order.finished`, `wallet.low`. Begins with what comes from now on; with the header `Last-Event-ID`, which browsers send by themselves, or with `last_event_id` (or `lastEventId`) in the address, with what came after that event.",
        querystring: Type.Object({
          order_id: Type.Optional(orderId),
          last_event_id: Type.Optional(eventId),
          lastEventId: Type.Optional(Type.Unsafe<string>({ ...eventId, "x-alias": true })),
        }),
        response: answers(
          "A stream that stays open. The `data` of each event is an `AccountEvent` as JSON; a comment comes every 15 seconds.",
          { content: { "text/event-stream": { schema: lines } } },
          ["invalid_request", "order_not_found"],
        ),
      },
    },
    async (request, reply) => {
      const { walletId } = request.caller;
      const { last_event_id: asked, lastEventId } = request.query;
      const header = request.headers["last-event-id"] || undefined; // An empty id means that none has been seen yet.
      if (header !== undefined && !/^[0-9]{1,15}$/.test(String(header))) {
        throw invalid("Last-Event-ID", "Last-Event-ID must be the id of an event of this stream.");
      }
      const from = header ?? (asked || lastEventId || undefined);
      const only = request.query.order_id === undefined ? null : readOrderId(request.query.order_id);
      if (only !== null && (await deps.lookUps.findView(only))?.walletId !== walletId) throw orderNotFound();
      const db = deps.openLongAnswer(reply, request.caller.accountId, "stream");
      const latest = await latestEvent(deps.db, walletId);
      // With an id that was never issued, the client would miss all events up to that id.
      const afterSeq = from === undefined ? latest : Math.min(Number(from), latest);

      reply.hijack();
      reply.raw.writeHead(200, {
        ...(reply.getHeaders() as OutgoingHttpHeaders),
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store",
        "x-accel-buffering": "no",
        connection: "close", // A stream ends only with its connection, so a server that stops does not wait for it.
      });
      if (request.method === "HEAD") return reply.raw.end();
      const isAllowed = (): Promise<boolean> =>
        request.identifyAgain().then(
          () => true,
          () => false,
        );
      // Members who may not read codes learn that something came, but not what.
      const show = allows(request.caller.scopes, "read") ? showWhole : showOrder;
      // A member's pages are told as well what to read again.
      const withChanges = request.caller.keyId === null && only === null;
      await stream({ ...deps, db }, reply.raw, { walletId, afterSeq, only, withChanges, isAllowed, show });
      return undefined;
    },
  );
}

interface Streamed {
  walletId: number;
  afterSeq: number;
  /** Only the events of this order. */
  only: number | null;
  withChanges: boolean;
  isAllowed: () => Promise<boolean>;
  show: (event: DescribedEvent) => AccountEvent;
}

async function stream(
  deps: Pick<ApiDeps, "hub" | "log" | "clock" | "sealer"> & { db: Queryable },
  response: ServerResponse,
  { walletId, afterSeq, only, withChanges, isAllowed, show }: Streamed,
): Promise<void> {
  response.write("retry: 1000\n\n");
  const followed = { walletId, afterSeq, withChanges, idleMilliseconds: heartbeatMilliseconds };
  try {
    for await (const { events, changes } of follow(deps, followed, response)) {
      if (!(await isAllowed())) break; // The key was revoked in the meantime: its holder gets nothing more.
      const wanted = events.filter((event) => only === null || event.orderId === only);
      const texts = (await describeEvents(deps, wanted)).map((event) => write(event, show));
      if (changes.length > 0) texts.push(writeChanges(changes));
      if (!response.write(texts.join("") || ": still here\n\n")) await untilDrained(response);
    }
  } catch (error) {
    if (!response.closed)
      deps.log.warn({ err: error }, "an event stream broke off; its client resumes by itself");
  }
  response.end();
}

/** Waits until a slow client has taken what was written, or has disconnected. */
function untilDrained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off("drain", done).off("close", done);
      resolve();
    };
    if (response.closed) return resolve();
    response.on("drain", done).on("close", done);
  });
}

const write = (event: DescribedEvent, show: (event: DescribedEvent) => AccountEvent): string =>
  `id: ${event.seq}\nevent: ${event.type}\ndata: ${JSON.stringify(show(event))}\n\n`;

/** Without an id: nothing to resume from, because after a break the pages read everything again. */
const writeChanges = (changes: Change[]): string =>
  `event: changed\ndata: ${JSON.stringify({ changes })}\n\n`;

function showOrder({ type, orderId, data, createdAt, order }: DescribedEvent): AccountEvent {
  const balance =
    typeof data?.["balanceMinor"] === "number" ? { balance: moneyJson(data["balanceMinor"]) } : {};
  const base = { type, created_at: createdAt.toISOString(), ...balance };
  if (orderId === null) return base;
  const { service = null, number = null } = order ?? {};
  return { ...base, order_id: String(orderId), service, number };
}

function showWhole(event: DescribedEvent): AccountEvent {
  const { orderId, messageId, message } = event;
  if (orderId === null || messageId === null) return showOrder(event);
  return { ...showOrder(event), sms_code: message?.code ?? null, message: message && showMessage(message) };
}
