import { invalid } from "../../../kit/errors.ts";
import { readEach } from "../batch.ts";
import { readJson } from "../json-body.ts";
import { createNumberReader } from "../number.ts";
import { presetKind } from "../preset-kind.ts";
import { createSmsReader } from "../read-sms.ts";
import { keepAddressSecret } from "../guide.ts";

const readMessage = createSmsReader(
  // Not cleanText, which lacks the first word if that is a keyword.
  { id: "messageId", to: "to", from: "from", text: "text", timestamp: "receivedAt" },
  { readNumber: createNumberReader() },
);

/** Infobip's "Receive inbound SMS messages": several in one call. */
export const infobip = presetKind({
  describe: "Infobip: incoming messages, by HTTP Basic with a password made here.",
  auths: { basic: {}, none: {} },
  steps: (auth) => [
    "In Infobip’s web interface, under Numbers, open each number’s SMS configuration, and as the action choose “Forward to HTTP” with this address, POST and JSON.",
    auth.kind === "basic"
      ? `In its security settings choose Basic, as ${auth.username} with the password of this source.`
      : keepAddressSecret,
  ],
  parse(request) {
    const body = readJson(request);
    const { results } = body as { results?: unknown };
    if (!Array.isArray(results)) throw invalid("results", "results is not a list of messages.");
    return readEach(results, readMessage, body);
  },
});
