import { generateKeyPairSync, sign } from "node:crypto";
import type { Carrier, CarrierSms } from "../carrier.ts";

const { publicKey, privateKey } = generateKeyPairSync("ed25519");
const replaced = generateKeyPairSync("ed25519");
const shown = (key: typeof publicKey): string =>
  key.export({ format: "der", type: "spki" }).subarray(-32).toString("base64");

/** The event of the documents ("Receiving webhooks for messaging"). */
const eventOf = ({ id, to, from, text, sentAt, media = 0 }: CarrierSms): string =>
  JSON.stringify({
    data: {
      event_type: "message.received",
      id: `event-${id}`,
      occurred_at: "2026-11-01T12:00:00.000+00:00",
      payload: {
        cc: [],
        completed_at: null,
        cost: null,
        direction: "inbound",
        encoding: "GSM-7",
        errors: [],
        from: { carrier: "", line_type: "", phone_number: from },
        id,
        media: Array.from({ length: media }, () => ({
          content_type: "image/png",
          url: "https://m.example/1",
        })),
        messaging_profile_id: "83d2343b-553f-4c5d-b8c8-fd27004f94bf",
        parts: 1,
        ...(sentAt && { received_at: sentAt.toISOString() }),
        record_type: "message",
        ...((text !== "" || media === 0) && { text }),
        to: [{ carrier: "Telnyx", line_type: "Wireless", phone_number: to, status: "webhook_delivered" }],
        type: "SMS",
        webhook_url: "https://otp.example.com/in",
      },
      record_type: "event",
    },
    meta: { attempt: 1, delivered_to: "https://otp.example.com/in" },
  });

export const telnyx: Carrier = {
  kind: "telnyx",
  options: { secrets: [shown(replaced.publicKey), shown(publicKey)] },
  call(source, sms, scene) {
    return this.raw(source, eventOf(sms), scene);
  },
  raw(_source, body, { now }) {
    const timestamp = Math.floor(now.getTime() / 1000);
    const signature = sign(null, Buffer.from(`${timestamp}|${body}`), privateKey).toString("base64");
    const headers = {
      "content-type": "application/json",
      "telnyx-timestamp": String(timestamp),
      "telnyx-signature-ed25519": signature,
    };
    return { headers, body };
  },
  forge: (call) => ({ ...call, body: String(call.body).replace("Your", "Our") }),
  others(source, scene) {
    return ["message.sent", "message.finalized"].map((event) =>
      this.raw(
        source,
        eventOf({ id: "1", to: "+15550199999", from: "+15550100000", text: "Hello" }).replace(
          "message.received",
          event,
        ),
        scene,
      ),
    );
  },
  freshSeconds: 300,
  answer: { status: 200, type: /^text\/plain/, body: "" },
  tells: { time: true, parts: false, media: true, binary: false },
};
