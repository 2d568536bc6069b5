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

const typeOf = createEventReader("type");
const isEncrypted = compilePath("data.encrypted");
const readMessage = createSmsReader(
  {
    id: "data.message_id",
    to: "data.owner",
    from: "data.contact",
    text: "data.content",
    timestamp: "data.timestamp",
  },
  { readNumber: createNumberReader(), knowsZone: true },
);

/** What was sent, calls and heartbeats come to the same address if the webhook is told so. */
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
    "In httpSMS, under Settings, Webhooks, add a webhook with this address, the signing key, the event message.phone.received and your phone numbers.",
    "It never repeats a call that failed: keep PUBLIC_BASE_URL the address that it calls, which it signs.",
  ],
  open: (keys) => ({
    authenticate: (request) => isTokenFor(keys, request),
    parse(request) {
      const event = readJson(request);
      return readOne(event, readEvent);
    },
    answer: emptyAnswer,
  }),
});
