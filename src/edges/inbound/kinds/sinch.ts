import { textOfBinary } from "../binary.ts";
import { readOne, type ItemReader } from "../batch.ts";
import { createEventReader } from "../event.ts";
import { readJson } from "../json-body.ts";
import { createNumberReader } from "../number.ts";
import { presetKind } from "../preset-kind.ts";
import { createSmsReader, toField } from "../read-sms.ts";
import { toSms } from "../sms.ts";
import { unwrapText } from "../generic/text-encoding.ts";
import { readUdh } from "../udh.ts";
import { keepAddressSecret } from "../guide.ts";

const names = { id: "id", to: "to", from: "from", text: "body", timestamp: "received_at" };
const reading = { readNumber: createNumberReader() };
const readText = createSmsReader(names, reading);
const typeOf = createEventReader("type");

/** Delivery reports come to the same address; their types begin with delivery_report or recipient_delivery_report. */
const readItem: ItemReader = (item, root) => {
  const type = typeOf(item);
  if (type === "mo_text") return readText(item, root);
  if (type === "mo_binary") return readBinary(item);
  return type === "mo_media" ? readMedia(item, root) : null;
};

/** The body of an MMS is an object, with the text in its message and the pictures in its media. */
const readMedia = createSmsReader({ ...names, text: "body.message", media: "body" }, reading);

function readBinary(item: unknown) {
  const field = (name: string) => toField((item as Record<string, unknown>)[name], name);
  const { part, isForProgram } = readUdh(field("udh") ?? "");
  const { bytes } = unwrapText(field("body") ?? "", "base64", "body");
  return toSms(
    {
      id: field("id"),
      to: field("to"),
      from: field("from"),
      timestamp: field("received_at"),
      ...part,
      text: textOfBinary(bytes, { isPart: part !== undefined, isForProgram }),
    },
    { ...names, partReference: "udh", partTotal: "udh", partNumber: "udh" },
    reading,
  );
}

/** Sinch's SMS API ("Inbound callbacks"). It never repeats a call that was answered with 4xx. */
export const sinch = presetKind({
  describe: "Sinch: incoming messages of the SMS API, by HTTP Basic or signed with a secret made here.",
  auths: {
    basic: {},
    // @sinch/sms 1.4.0 and @sinch/sdk-client 1.5.0 check callbacks like this.
    hmac: {
      header: "x-sinch-webhook-signature",
      algorithm: "sha256",
      encoding: "base64",
      template: "{body}.{nonce}.{timestamp}",
      timestampHeader: "x-sinch-webhook-signature-timestamp",
      nonceHeader: "x-sinch-webhook-signature-nonce",
    },
    none: {},
  },
  steps: (auth) => [
    "In Sinch’s dashboard, under SMS, Service APIs, open the service plan, and under Callback URLs add this address.",
    auth.kind === "none"
      ? keepAddressSecret
      : auth.kind === "basic"
        ? `Ask your Sinch account manager to call it by HTTP Basic, as ${auth.username} with the password of this source.`
        : "Ask your Sinch account manager to sign callbacks (HMAC) with the secret of this source.",
  ],
  parse(request) {
    const item = readJson(request);
    return readOne(item, readItem);
  },
});
