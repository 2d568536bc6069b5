import { invalid } from "../../../kit/errors.ts";
import { readEach, type ItemReader } from "../batch.ts";
import { createEventReader } from "../event.ts";
import { readJson } from "../json-body.ts";
import { createNumberReader } from "../number.ts";
import { presetKind } from "../preset-kind.ts";
import { createSmsReader } from "../read-sms.ts";
import { keepAddressSecret } from "../guide.ts";

const typeOf = createEventReader("type");
const readMessage = createSmsReader(
  {
    id: "message.id",
    // The number of ours that this copy is for: message.to lists every recipient of a group message.
    to: "message.owner",
    from: "message.from",
    text: "message.text",
    media: "message.media",
    timestamp: "message.time",
  },
  { readNumber: createNumberReader() },
);

/** What became of outgoing messages comes to the same address: message-sending, message-delivered, message-failed. */
const readEvent: ItemReader = (event, root) =>
  typeOf(event) === "message-received" ? readMessage(event, root) : null;

/** Bandwidth's messaging callbacks. It keeps no copy, and repeats a call that failed for 24 hours. */
export const bandwidth = presetKind({
  describe: "Bandwidth: incoming messages, by HTTP Basic with a password made here.",
  auths: { basic: {}, none: {} },
  steps: (auth) => [
    "In the Bandwidth App, under Applications, open the messaging application of your numbers’ location, and set its inbound callback URL (InboundCallbackUrl) to this address.",
    auth.kind === "basic"
      ? `Set the user of its inbound callback credentials (InboundCallbackCreds) to ${auth.username}, and the password to that of this source.`
      : keepAddressSecret,
  ],
  parse(request) {
    const events = readJson(request);
    if (!Array.isArray(events) || events.length === 0)
      throw invalid("body", "The body is not a list of events.");
    return readEach(events, readEvent, events);
  },
});
