import { emptyAnswer } from "../answers.ts";
import { readOne, type ItemReader } from "../batch.ts";
import { createEventReader } from "../event.ts";
import { isTokenFor } from "../httpsms/signature.ts";
import { invalid } from "../../../kit/errors.ts";
import { readJson } from "../json-body.ts";
import { createNumberReader } from "../number.ts";
import { compilePath } from "../path.ts";
import { createSmsReader } from "../read-sms.ts";
import { signedKind } from "../signed-kind.ts";
import { clean } from "../sms.ts";

/** What httpSMS says when it hears from a phone again, or not for an hour. */
const heartbeats = new Map<string, string | null>([
  ["phone.heartbeat.online", null],
  ["phone.heartbeat.offline", "httpSMS hears nothing from the phone."],
]);
const ownerOf = compilePath("data.owner");

const typeOf = createEventReader("type");
const isEncrypted = compilePath("data.encrypted");
const readMessage = createSmsReader(
  {
    id: "data.message_id",
    to: "data.owner",
    from: "data.contact",
    text: "data.content",
    timestamp: "data.timestamp",
    line: "data.owner",
  },
  { readNumber: createNumberReader(), knowsZone: true },
);

/** The webhook may also be set to report sent messages and phone calls, which are passed over. */
const readEvent: ItemReader = (event, root) => {
  if (typeOf(event) !== "message.phone.received") return null;
  if (isEncrypted(event, root) === true)
    throw invalid("data.encrypted", "The message is encrypted: turn off end-to-end encryption in httpSMS.");
  return readMessage(event, root);
};

/** httpSMS's webhooks: CloudEvents (api/pkg/services/webhook_service.go). It waits 5 seconds, and never repeats a call. */
export const httpsms = signedKind({
  describe: "httpSMS: SMS of Android phones, signed with the webhook's signing key.",
  secrets: {
    setting: "signingKeys",
    label: "Signing key",
    where: "What you enter as the webhook’s signing key in httpSMS: a long random text.",
  },
  steps: [
    "In httpSMS, under Settings, Webhooks, add a webhook with this address, the signing key, the events message.phone.received, phone.heartbeat.online and phone.heartbeat.offline, and your phone numbers: numbers of a phone that is offline are not sold.",
    "It signs the address that it calls, so PUBLIC_BASE_URL must be exactly that. It never repeats a call that failed.",
  ],
  open: (keys) => ({
    authenticate: (request) => isTokenFor(keys, request),
    parse(request) {
      const event = readJson(request);
      const fault = heartbeats.get(typeOf(event));
      if (fault === undefined) return readOne(event, readEvent);
      const owner = ownerOf(event, event);
      const signs = typeof owner === "string" ? [{ line: clean(owner), fault }] : [];
      return { messages: [], faults: [], signs };
    },
    answer: emptyAnswer,
  }),
});
