import { Type } from "typebox";
import { cancel, type Cancelled } from "../../../domain/orders/cancel.ts";
import { finish } from "../../../domain/orders/finish.ts";
import { resend } from "../../../domain/orders/resend.ts";
import { moneyJson } from "../../../kit/money.ts";
import { expects, readOrderId } from "../../../http/parameters.ts";
import type { Routes } from "../../../http/routes.ts";
import type { ApiDeps } from "../api.ts";
import { idempotencyOf, idempotencyHeaders } from "../idempotency.ts";
import { bodyTypes, answers, orderIdInBody as orderId, success } from "../schemas.ts";
import { ended, refunded, type Ended, type Refunded } from "../answers/orders.ts";
import { ok } from "../../../http/ok.ts";

const body = Type.Object({ order_id: orderId }, { title: "OrderRequest" });
const reportBody = Type.Object(
  {
    order_id: orderId,
    reason: Type.String({
      minLength: 1,
      maxLength: 500,
      pattern: "^[^\\u0000]*$",
      description: "What is wrong with the number.",
      examples: ["already registered"],
      ...expects("say in 1 to 500 characters what is wrong with the number"),
    }),
  },
  { title: "ReportRequest" },
);
const common = ["invalid_request", "order_not_found", "payload_too_large", "unsupported_media_type"];
const cancelling = [...common, "order_not_cancellable", "cancel_too_early", "idempotency_conflict"];
const config = { scope: "rent" } as const;

export function endOrderRoutes(api: Routes, deps: ApiDeps): void {
  api.post(
    "/cancel",
    {
      config,
      schema: {
        operationId: "cancelOrder",
        consumes: bodyTypes,
        tags: ["Orders"],
        summary: "Cancel an order",
        description:
          "Ends an order that has not received a message, and gives its money back in the same transaction.",
        headers: idempotencyHeaders,
        body,
        response: answers(
          "The order as it ended, what was given back, and the balance now.",
          success(refunded),
          cancelling,
        ),
      },
    },
    async (request) => {
      const input = {
        walletId: request.caller.walletId,
        orderId: readOrderId(request.body.order_id),
        idempotency: idempotencyOf(request),
      };
      return ok(showCancelled(await cancel(deps, input)));
    },
  );

  api.post(
    "/report",
    {
      config,
      schema: {
        operationId: "reportNumber",
        consumes: bodyTypes,
        tags: ["Orders"],
        summary: "Report an unusable number",
        description: "As cancel; the reason is kept and counts against the pool.",
        headers: idempotencyHeaders,
        body: reportBody,
        response: answers(
          "The order as it ended, what was given back, and the balance now.",
          success(refunded),
          cancelling,
        ),
      },
    },
    async (request) => {
      const { order_id: id, reason } = request.body;
      const input = {
        walletId: request.caller.walletId,
        orderId: readOrderId(id),
        idempotency: idempotencyOf(request),
        reportReason: reason,
      };
      return ok(showCancelled(await cancel(deps, input)));
    },
  );

  api.post(
    "/finish",
    {
      config,
      schema: {
        operationId: "finishOrder",
        consumes: bodyTypes,
        tags: ["Orders"],
        summary: "Finish an order",
        description: "Closes an order that has received its code, before its window ends.",
        body,
        response: answers("The order, finished.", success(ended), [...common, "order_not_open"]),
      },
    },
    async ({ caller, body: { order_id: id } }) => {
      await finish(deps, caller.walletId, readOrderId(id));
      return ok({ order_id: String(id), status: "FINISHED" });
    },
  );

  api.post(
    "/resend",
    {
      config,
      schema: {
        operationId: "resendCode",
        consumes: bodyTypes,
        tags: ["Orders"],
        summary: "Wait for another code",
        description:
          "Say that you had the service send another code to the same number; `/sms` with `wait` waits for it. Free. In the sandbox another code then comes by itself.",
        body,
        response: answers("The order and its status, which does not change.", success(ended), [
          ...common,
          "order_not_open",
        ]),
      },
    },
    async ({ caller, clientAddress: address, body: { order_id: id } }, reply) => {
      await deps.countSandbox(reply, { caller, address }, 1);
      const status = await resend(deps, caller.walletId, readOrderId(id));
      return ok({ order_id: String(id), status: status as Ended["status"] }); // An open order is always visible.
    },
  );
}

const showCancelled = (done: Cancelled): Refunded => ({
  order_id: String(done.orderId),
  status: done.status,
  refund: moneyJson(done.refundMinor),
  balance: moneyJson(done.balanceMinor),
});
