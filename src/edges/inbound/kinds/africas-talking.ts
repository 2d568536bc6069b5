import { createFieldParser } from "../field-parser.ts";
import { presetKind } from "../preset-kind.ts";
import { carrierProvesNothing } from "../guide.ts";

/** Africa's Talking's "Incoming messages" callback: a form. It signs nothing and sends no password. */
export const africasTalking = presetKind({
  describe: "Africa’s Talking: incoming messages. It signs nothing, so the address is the secret.",
  auths: { none: {} },
  steps: () => [
    "In Africa’s Talking’s dashboard, under SMS, SMS Callback URLs, Incoming Messages, set the callback URL to this address.",
    carrierProvesNothing,
  ],
  parse: createFieldParser({ id: "id", to: "to", from: "from", text: "text", timestamp: "date" }),
});
