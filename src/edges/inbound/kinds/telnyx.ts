import { readOne, type ItemReader } from "../batch.ts";
import { createEventReader } from "../event.ts";
import { toleranceOption, toleranceSeconds } from "../fresh.ts";
import { readJson } from "../json-body.ts";
import { createNumberReader } from "../number.ts";
import { createSmsReader } from "../read-sms.ts";
import { signedKind } from "../signed-kind.ts";
import { isSignedBy, publicKeyPattern, readPublicKey } from "../telnyx/signature.ts";
import { emptyAnswer } from "../answers.ts";

const eventOf = createEventReader("data.event_type");
const readMessage = createSmsReader(
  {
    // The event's own id (data.id) may differ between attempts.
    id: "data.payload.id",
    to: "data.payload.to.0.phone_number",
    from: "data.payload.from.phone_number",
    text: "data.payload.text",
    media: "data.payload.media",
    timestamp: "data.payload.received_at",
  },
  { readNumber: createNumberReader() },
);

/** What was sent and how it fared goes to the same address: message.sent, message.finalized. */
const readEvent: ItemReader = (event) =>
  eventOf(event) === "message.received" ? readMessage(event, event) : null;

/** Telnyx's messaging webhooks (API v2, "Receiving webhooks for messaging"). It wants an answer within 2 seconds. */
export const telnyx = signedKind<{ toleranceSeconds: number }>({
  describe: "Telnyx: incoming messages, signed with the account's Ed25519 key.",
  secrets: {
    setting: "publicKeys",
    label: "Public key",
    where: "In Telnyx’s Mission Control, under API Keys, Public Key.",
    form: {
      pattern: publicKeyPattern,
      words: "public keys as Mission Control shows them: 44 characters of base64",
    },
  },
  steps: [
    "In Telnyx’s Mission Control, under Messaging, Programmable Messaging, open the messaging profile, and under Inbound enter this address as the webhook URL; the webhook API version must be 2.",
    "Assign your numbers to this messaging profile.",
  ],
  own: { schema: { toleranceSeconds }, options: [toleranceOption] },
  open(secrets, own) {
    const keys = secrets.map(readPublicKey);
    return {
      authenticate: (request) => isSignedBy(keys, request, own.toleranceSeconds),
      parse(request) {
        const event = readJson(request);
        return readOne(event, readEvent);
      },
      answer: emptyAnswer,
    };
  },
});
