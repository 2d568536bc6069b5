import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { Caller } from "../../../domain/accounts/account.ts";
import type { ShownMessage } from "../../../domain/messages/message.ts";
import { readSms, type Sms } from "../../../domain/messages/read-sms.ts";
import type { OrderView } from "../../../domain/orders/queries.ts";
import { expects, readOrderId } from "../../../http/parameters.ts";
import { Refusal } from "../../../kit/errors.ts";
import { createConcurrencyLimit } from "../../../kit/concurrency-limit.ts";
import type { Routes } from "../../../http/routes.ts";
import type { ApiDeps } from "../api.ts";
import { answers, orderId, success } from "../schemas.ts";
import { sms, type Message, type Sms as ShownSms } from "../answers/sms.ts";
import { ok } from "../../../http/ok.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** The order that the request is about, requested while the key is still being looked up. */
    ahead?: Promise<OrderView | null>;
  }
}

export function smsRoute(api: Routes, deps: ApiDeps): void {
  api.decorateRequest("ahead", undefined);
  const waits = createConcurrencyLimit(mostWaits);
  api.get(
    "/sms",
    {
      config: {
        scope: "read",
        readAhead: (request) => readAhead(deps, request),
        waitsAs: (url) => (url.includes("wait=") ? "polls" : null),
      },
      schema: {
        operationId: "getSms",
        tags: ["Orders"],
        summary: "Get SMS code",
        description:
          "What has come for an order. `PENDING` until the first message, then `RECEIVED` for good. With `wait` the answer is held back until a message comes, the order ends, or the seconds pass.",
        querystring: Type.Object({
          order_id: orderId,
          wait: Type.Optional(
            Type.Integer({
              minimum: 0,
              maximum: 60,
              examples: [30],
              description:
                "Seconds to wait at most; the answer comes after 55 in any case, before proxies give up. Up to 50 requests may wait for one order at once.",
              ...expects("be a whole number of seconds from 1 to 60"),
            }),
          ),
        }),
        response: answers("The order's status, its newest code, and its messages.", success(sms), [
          "invalid_request",
          "order_not_found",
        ]),
      },
    },
    async (request, reply) => {
      const { caller, ahead, query } = request;
      const read = { walletId: caller.walletId, orderId: readOrderId(query.order_id) };
      const waitSeconds = Math.min(
        query.wait ?? 0,
        longestWaitSeconds,
        secondsLeft(caller, deps.clock.now()),
      );
      if (waitSeconds <= 0) return ok(show(await readSms(deps, { ...read, waitSeconds: 0, ahead })));
      const leave = waits.enter(`${read.walletId} ${read.orderId}`);
      if (!leave)
        throw new Refusal("rate_limited", `${mostWaits} requests are already waiting for this order.`, {
          retryAfter: 5,
        });
      const stillAllowed = request.identifyAgain.bind(request);
      const wait = { waitSeconds, connection: reply.raw, stillAllowed };
      try {
        return ok(show(await readSms(deps, { ...read, ...wait })));
      } finally {
        leave();
      }
    },
  );
}

/**
 * Looks up the order together with the key in one statement; a caller who turns out not to be its renter does not get
 * it.
 */
function readAhead({ lookUps }: ApiDeps, request: FastifyRequest): void {
  const { order_id, wait } = request.query as Record<string, unknown>;
  if (typeof order_id !== "string" || wait !== undefined) return;
  request.ahead = lookUps.findView(readOrderId(order_id));
  request.ahead.catch(() => {}); // If the request is refused, the result is discarded.
}

/** Waits on one order in one process: far more than a renter needs, and few enough to cost nobody else anything. */
const mostWaits = 50;

/** Most proxies give up after a minute; longer waits are answered before that, and the client asks again. */
const longestWaitSeconds = 55;

/** No wait lasts longer than its key is valid. */
const secondsLeft = ({ expiresAt }: Caller, now: Date): number =>
  expiresAt ? (expiresAt.getTime() - now.getTime()) / 1000 : Infinity;

function show({ orderId: id, status, code, messages, omitted, expiresAtMs }: Sms): ShownSms {
  return {
    order_id: String(id),
    sms_code: code,
    status,
    sms_text: messages.findLast((message) => !message.late)?.text ?? null,
    messages: messages.map(showMessage),
    ...(omitted > 0 ? { messages_omitted: omitted } : {}),
    expires_at: new Date(expiresAtMs).toISOString(),
  };
}

export const showMessage = ({
  text,
  code,
  sender,
  service,
  receivedAt,
  late,
  incomplete,
}: ShownMessage): Message => ({
  text,
  code,
  sender,
  service,
  received_at: receivedAt.toISOString(),
  ...(late ? { late } : {}),
  ...(incomplete ? { incomplete } : {}),
});
