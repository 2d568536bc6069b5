import { createFieldParser } from "../field-parser.ts";
import { presetKind } from "../preset-kind.ts";
import { carrierProvesNothing } from "../guide.ts";

/** ClickSend's inbound SMS rules with the action URL: a form, JSON or a GET. It signs nothing and sends no password. */
export const clicksend = presetKind({
  describe:
    "ClickSend: incoming messages by an inbound rule. It signs nothing, so the address is the secret.",
  auths: { none: {} },
  steps: () => [
    "In ClickSend’s dashboard, under SMS, Settings, Inbound SMS Settings, add a rule for your dedicated numbers with the action URL and this address.",
    carrierProvesNothing,
  ],
  parse: createFieldParser({
    id: "message_id",
    to: "to",
    from: "from",
    text: "body",
    timestamp: "timestamp",
  }),
});
