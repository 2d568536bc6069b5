import { readOne, type ItemReader } from "../batch.ts";
import { createEventReader } from "../event.ts";
import { readJson } from "../json-body.ts";
import { createNumberReader } from "../number.ts";
import { presetKind } from "../preset-kind.ts";
import { createSmsReader } from "../read-sms.ts";
import { carrierProvesNothing } from "../guide.ts";

const typeOf = createEventReader("type");
const readMessage = createSmsReader(
  { id: "message_id", to: "receiver", from: "sender", text: "message", timestamp: "received_at" },
  { readNumber: createNumberReader() },
);

/** Delivery reports and what devices report come to the same address, with other types. */
const readEvent: ItemReader = (event, root) =>
  typeOf(event) === "inbound" ? readMessage(event, root) : null;

/**
 * Termii's "Events and reports". Its signature is not checked: its documents say neither how it is encoded nor over
 * which bytes it is made.
 */
export const termii = presetKind({
  describe: "Termii: incoming messages. Its signature is not checked, so the address is the secret.",
  auths: { none: {} },
  steps: () => [
    "In Termii’s dashboard, under Settings, Webhook config, set the webhook address to this one.",
    carrierProvesNothing,
  ],
  parse(request) {
    const event = readJson(request);
    return readOne(event, readEvent);
  },
});
