import { readOne, type ItemReader } from "../batch.ts";
import { createEventReader } from "../event.ts";
import { gatewayKind } from "../gateway-kind.ts";
import { readJson } from "../json-body.ts";
import {
  checkLines,
  countryOption,
  lineOptions,
  lineSchema,
  readingOf,
  type LineSettings,
} from "../lines.ts";
import { createSmsReader } from "../read-sms.ts";

const eventOf = createEventReader("webhookEvent");
const paths = {
  id: "smsId",
  to: "recipient",
  line: "deviceId",
  from: "sender",
  text: "message",
  timestamp: "receivedAt",
};

/** textbee's webhooks (api/src/webhook). It gives up after three answers of 4xx, and repeats others for a month. */
export const textbee = gatewayKind<LineSettings>({
  describe: "textbee: SMS of Android phones, signed with a secret made here.",
  // It signs no time: a repeat may come days later.
  auths: {
    hmac: { header: "X-Signature", algorithm: "sha256", encoding: "hex", template: "{body}" },
    none: {},
  },
  own: { schema: lineSchema, options: [...lineOptions("device"), countryOption], check: checkLines },
  steps: (auth) => [
    "In textbee’s dashboard, under Webhooks, add a webhook with this address as the delivery URL and the event MESSAGE_RECEIVED.",
    ...(auth.kind === "hmac" ? ["As its signing secret enter that of this source."] : []),
    "textbee does not tell which number an SMS came in on: with one phone set number, with several lines, by the ids that its dashboard shows for the devices. Phones with two SIMs cannot be told apart.",
  ],
  open(own) {
    const readMessage = createSmsReader(paths, { ...readingOf(own), knowsZone: true });
    const readEvent: ItemReader = (event, root) =>
      eventOf(event) === "MESSAGE_RECEIVED" ? readMessage(event, root) : null;
    return (request) => {
      const event = readJson(request);
      return readOne(event, readEvent);
    };
  },
});
