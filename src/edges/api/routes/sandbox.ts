import { expects } from "../../../http/parameters.ts";
import { randomUUID } from "node:crypto";
import { Type } from "typebox";
import { testKeysOnly } from "../../../domain/accounts/errors.ts";
import { lateHours } from "../../../domain/orders/order.ts";
import { receive } from "../../../domain/messages/receive.ts";
import { findOwnOrder } from "../../../domain/orders/queries.ts";
import { secondsAfter } from "../../../kit/clock.ts";
import { Refusal } from "../../../kit/errors.ts";
import type { Routes } from "../../../http/routes.ts";
import type { ApiDeps } from "../api.ts";
import { bodyTypes, answers, orNumber, success } from "../schemas.ts";
import { ok } from "../../../http/ok.ts";

const noNul = "^[^\\u0000]*$";
const body = Type.Object(
  {
    to: orNumber(
      Type.String({
        pattern: "^\\+?[0-9]{5,15}$",
        description: "The number of one of your sandbox orders.",
        ...expects("be the number of one of your sandbox orders"),
      }),
      999_999_999_999_999,
      10_000,
    ),
    text: Type.String({
      minLength: 1,
      maxLength: 2000,
      pattern: noNul,
      ...expects("be a text of 1 to 2000 characters"),
    }),
    from: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 50,
        pattern: noNul,
        ...expects("be a name or number of 1 to 50 characters"),
      }),
    ),
  },
  { title: "SandboxSms" },
);

export function sandboxRoute(api: Routes, deps: ApiDeps): void {
  const { db, clock, sandboxSourceId, countSandbox } = deps;
  api.post(
    "/sandbox/sms",
    {
      config: { scope: "rent" },
      schema: {
        operationId: "sendSandboxSms",
        consumes: bodyTypes,
        tags: ["Sandbox"],
        summary: "Send a message to a sandbox number",
        description:
          "Test keys only. The message takes the way of every real one; `receipt` says what became of it.",
        body,
        response: answers(
          "The number, and what became of the message.",
          success(
            Type.Object({
              to: Type.String(),
              receipt: Type.Unsafe<string>({
                title: "Receipt",
                type: "string",
                enum: ["delivered", "late", "unmatched"],
              }),
            }),
          ),
          ["invalid_request", "number_not_found", "payload_too_large", "unsupported_media_type"],
        ),
      },
    },
    async ({ caller, clientAddress: address, body: { to, text, from } }, reply) => {
      if (caller.mode !== "test") throw testKeysOnly();
      const number = String(to).replace("+", "");
      const closedSince = secondsAfter(clock.now(), -lateHours * 3600);
      const orderId = await findOwnOrder(db, caller.walletId, number, closedSince);
      if (orderId === null) {
        throw new Refusal("number_not_found", "None of your sandbox orders has this number.", {
          field: "to",
        });
      }
      await countSandbox.message(reply, { caller, address }, orderId);
      const receipt = await receive(deps, {
        sourceId: sandboxSourceId,
        sourceKey: randomUUID(),
        number,
        sender: from ?? "Sandbox",
        text,
        isOurs: true,
      });
      return ok({ to: number, receipt });
    },
  );
}
