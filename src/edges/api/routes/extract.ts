import { expects } from "../../../http/parameters.ts";
import { Type } from "typebox";
import { explainCode, readMessage } from "../../../domain/messages/code.ts";
import type { Routes } from "../../../http/routes.ts";
import type { ApiDeps } from "../api.ts";
import { ofAccount } from "../../../http/rate-limit.ts";
import { bodyTypes, answers, success } from "../schemas.ts";
import { extracted } from "../answers/extract.ts";
import { ok } from "../../../http/ok.ts";

const noNul = "^[^\\u0000]*$";
const body = Type.Object(
  {
    text: Type.String({
      minLength: 1,
      maxLength: 20_000,
      pattern: noNul,
      ...expects("be a message of 1 to 20,000 characters"),
    }),
    sender: Type.Optional(
      Type.String({
        maxLength: 50,
        pattern: noNul,
        ...expects("be a name or number of at most 50 characters"),
      }),
    ),
  },
  { title: "ExtractRequest" },
);

/** Texts up to this length take no longer than an ordinary call; a longer text counts as several calls. */
const lettersPerCall = 1000;

export function extractRoute(api: Routes, { recognize, countCall }: ApiDeps): void {
  api.post(
    "/tools/extract",
    {
      config: { scope: "list" },
      schema: {
        operationId: "extractCode",
        consumes: bodyTypes,
        tags: ["Tools"],
        summary: "Find the code in a message",
        description:
          "What the platform would read in a message, and why: the candidates with their points, and the services it names. Nothing is stored. A long text counts as several requests, one for each 1,000 characters.",
        body,
        response: answers(
          "The code that was found, the services that are named, and every candidate with its points.",
          success(extracted),
          ["invalid_request", "payload_too_large", "unsupported_media_type"],
        ),
      },
    },
    async ({ caller, clientAddress, body: { text, sender } }, reply) => {
      const of = { caller: ofAccount(caller.accountId), address: clientAddress };
      await countCall(reply, of, Math.floor(text.length / lettersPerCall));
      const message = readMessage(text);
      const { found, threshold, candidates } = explainCode(message, { sender });
      const services = recognize(message, sender ?? "");
      return ok({
        code: found?.code ?? null,
        confidence: found?.confidence ?? 0,
        service: services[0]?.slug ?? null,
        services: services.map(({ slug, name, confidence }) => ({ service: slug, name, confidence })),
        threshold,
        candidates,
      });
    },
  );
}
