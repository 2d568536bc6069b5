import { Type } from "typebox";
import type { ShownMessage } from "../../../domain/messages/message.ts";
import { readSms, type Sms } from "../../../domain/messages/read-sms.ts";
import type { Api, ApiDeps } from "../api.ts";
import { answers, nullable, orderId, success, time } from "../schemas.ts";

export const shownMessage = Type.Object({
  text: nullable(Type.String(), "Null once its retention is over."),
  code: nullable(Type.String(), "As written in the text; null when there is none."),
  sender: Type.String(),
  service: nullable(Type.String(), "What the text says it is from."),
  received_at: time,
  late: Type.Optional(Type.Boolean({ description: "It came after the order had ended." })),
});

const sms = Type.Object({
  order_id: Type.String(),
  sms_code: nullable(Type.String(), "The newest code, as written in the message."),
  status: Type.Unsafe<string>({ type: "string", enum: ["PENDING", "RECEIVED", "CANCELLED", "EXPIRED"] }),
  sms_text: nullable(Type.String()),
  messages: Type.Array(shownMessage),
  expires_at: time,
});

export function smsRoute(api: Api, deps: ApiDeps): void {
  api.get(
    "/sms",
    {
      config: { scope: "read" },
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
              description: "Seconds to wait at the most.",
              "x-expects": "be a whole number of seconds from 1 to 60",
            }),
          ),
        }),
        response: answers(success(sms), ["invalid_request", "order_not_found"]),
      },
    },
    async (request) => {
      const { walletId, expiresAt } = request.caller;
      // Nobody waits beyond the end of their key.
      const leftSeconds = expiresAt ? (expiresAt.getTime() - deps.clock.now().getTime()) / 1000 : Infinity;
      const waitSeconds = Math.min(request.query.wait ?? 0, Math.max(0, leftSeconds));
      const read = { walletId, orderId: idOf(request.query.order_id), waitSeconds };
      const wait = { signal: request.signal, stillAllowed: request.identifyAgain.bind(request) };
      return {
        status: "success",
        data: show(await readSms(deps, waitSeconds > 0 ? { ...read, ...wait } : read)),
      };
    },
  );
}

/** Ids beyond the range of order ids are nobody's: 0 is never an order. */
export function idOf(text: string): number {
  const id = Number(text);
  return id <= 0x7fffffff ? id : 0;
}

function show({ orderId: id, status, code, messages, expiresAt }: Sms): object {
  return {
    order_id: String(id),
    sms_code: code,
    status,
    sms_text: messages.findLast((message) => !message.late)?.text ?? null,
    messages: messages.map(showMessage),
    expires_at: expiresAt.toISOString(),
  };
}

export const showMessage = ({ text, code, sender, service, receivedAt, late }: ShownMessage): object => ({
  text,
  code,
  sender,
  service,
  received_at: receivedAt.toISOString(),
  ...(late ? { late } : {}),
});
