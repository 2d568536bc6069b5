import { createHmac } from "node:crypto";
import type { Carrier, CarrierCall, CarrierSms } from "../carrier.ts";

const username = "zapotp";
const password = "made here";
const basic = `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
const settings = { auth: { kind: "basic", username, password } };

/** A carrier that sends JSON and signs in by HTTP Basic. */
const byBasic = (
  kind: string,
  bodyOf: (sms: CarrierSms) => unknown,
  others: unknown[],
  tells: Carrier["tells"],
): Carrier => ({
  kind,
  options: { settings },
  call(source, sms, scene) {
    return this.raw(source, JSON.stringify(bodyOf(sms)), scene);
  },
  raw: (_source, body) => ({ headers: { "content-type": "application/json", authorization: basic }, body }),
  forge: (call) => ({ ...call, headers: { ...call.headers, authorization: `${basic.slice(0, -4)}AAA=` } }),
  others:
    others.length === 0
      ? null
      : function (this: Carrier, source, scene) {
          return others.map((body) => this.raw(source, JSON.stringify(body), scene));
        },
  freshSeconds: null,
  answer: { status: 200, type: /^text\/plain/, body: "" },
  tells,
});

const udhOf = (part: CarrierSms["part"]): string =>
  part ? Buffer.from([5, 0, 3, Number(part.reference), part.total, part.number]).toString("hex") : "";

const sinchBody = ({ id, to, from, text, sentAt, binary, udh, media, part }: CarrierSms): unknown => ({
  id,
  to: to.replace(/^\+/, ""),
  from,
  operator_id: "62130",
  ...(sentAt && { received_at: sentAt.toISOString() }),
  ...(media
    ? {
        type: "mo_media",
        body: { ...(text !== "" && { message: text }), media: [{ url: "https://m.example/1", code: 0 }] },
      }
    : binary || part
      ? { type: "mo_binary", body: (binary ?? Buffer.from(text)).toString("base64"), udh: udh ?? udhOf(part) }
      : { type: "mo_text", body: text }),
});

export const sinch: Carrier = {
  ...byBasic(
    "sinch",
    sinchBody,
    [
      { type: "delivery_report_sms", batch_id: "01FC66621XXXXX", statuses: [], total_message_count: 1 },
      {
        type: "recipient_delivery_report_sms",
        batch_id: "01FC66621XXXXX",
        recipient: "15550100000",
        status: "Delivered",
      },
    ],
    { time: true, parts: true, media: true, binary: true },
  ),
  cutsBetween: true,
};

let nonces = 0;

/** Signed, as its own packages check it. */
export const sinchSigned: Carrier = {
  ...sinch,
  variant: "signed",
  options: { settings: { auth: { kind: "hmac", secret: password } } },
  raw(_source, body, { now }) {
    const timestamp = String(Math.floor(now.getTime() / 1000));
    const nonce = `nonce${++nonces}`;
    const signature = createHmac("sha256", password).update(`${body}.${nonce}.${timestamp}`).digest("base64");
    const headers = {
      "content-type": "application/json",
      "x-sinch-webhook-signature": signature,
      "x-sinch-webhook-signature-nonce": nonce,
      "x-sinch-webhook-signature-timestamp": timestamp,
      "x-sinch-webhook-signature-algorithm": "HmacSHA256",
    };
    return { headers, body };
  },
  forge: (call) => ({ ...call, body: String(call.body).replace('"body":"', '"body":"x') }),
  others: null,
  freshSeconds: 300,
};

export const infobip = byBasic(
  "infobip",
  ({ id, to, from, text, sentAt }) => ({
    results: [
      {
        messageId: id,
        from,
        to: to.replace(/^\+/, ""),
        text,
        cleanText: text.replace(/^\S+ /, ""),
        keyword: "YOUR",
        // With an offset of +0000, as in the documents.
        ...(sentAt && { receivedAt: sentAt.toISOString().replace("Z", "+0000") }),
        smsCount: 1,
        price: { pricePerMessage: 0, currency: "EUR" },
        callbackData: "callbackData",
      },
    ],
    messageCount: 1,
    pendingMessageCount: 0,
  }),
  [],
  { time: true, parts: false, media: false, binary: false },
);

export const bandwidth = byBasic(
  "bandwidth",
  ({ id, to, from, text, sentAt, media }) => [
    {
      type: "message-received",
      time: "2026-11-01T12:00:00Z",
      description: "Incoming message received",
      to,
      message: {
        id,
        owner: to,
        applicationId: "93de2206-9669-4e07-948d-329f4b722ee2",
        ...(sentAt && { time: sentAt.toISOString() }),
        segmentCount: 1,
        direction: "in",
        to: [to, "+15550123456"],
        from,
        ...(media ? { ...(text !== "" && { text }), media: ["https://m.example/1"] } : { text }),
      },
    },
  ],
  ["message-sending", "message-delivered", "message-failed"].map((type) => [
    {
      type,
      time: "2026-11-01T12:00:00Z",
      description: "",
      to: "+15550100000",
      message: { id: "1", owner: "+15550199999" },
    },
  ]),
  { time: true, parts: false, media: true, binary: false },
);

/** A carrier that sends a form, and proves nothing. */
const byForm = (
  kind: string,
  formOf: (sms: CarrierSms) => Record<string, string>,
  time: boolean,
): Carrier => {
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const post = (body: string): CarrierCall => ({ headers, body });
  return {
    kind,
    options: {},
    call: (_source, sms) => post(new URLSearchParams(formOf(sms)).toString()),
    raw: (_source, body) => post(body),
    forge: null,
    others: null,
    freshSeconds: null,
    answer: { status: 200, type: /^text\/plain/, body: "" },
    tells: { time, parts: false, media: false, binary: false },
  };
};

export const africasTalking = byForm(
  "africas-talking",
  ({ id, to, from, text, sentAt }) => ({
    id,
    to,
    from,
    text,
    linkId: "SampleLinkId123",
    networkCode: "62130",
    ...(sentAt && { date: sentAt.toISOString() }),
  }),
  true,
);

export const clicksend = byForm(
  "clicksend",
  ({ id, to, from, text, sentAt }) => ({
    message_id: id,
    to,
    from,
    body: text,
    original_body: "",
    custom_string: "",
    ...(sentAt && { timestamp: String(Math.floor(sentAt.getTime() / 1000)) }),
  }),
  true,
);

/** The events of the documents; it signs nothing that can be checked. */
export const termii: Carrier = {
  ...africasTalking,
  kind: "termii",
  call(source, { id, to, from, text, sentAt }, scene) {
    const event = {
      type: "inbound",
      id: `event-${id}`,
      message_id: id,
      receiver: to.replace(/^\+/, ""),
      sender: from,
      message: text,
      ...(sentAt && { received_at: sentAt.toISOString() }),
      cost: null,
      command: "Received",
      status: "Received",
      channel: null,
    };
    return this.raw(source, JSON.stringify(event), scene);
  },
  raw: (_source, body) => ({ headers: { "content-type": "application/json" }, body }),
  others(source, scene) {
    return ["outbound", "device_status"].map((type) =>
      this.raw(source, JSON.stringify({ type, id: "1", message_id: "1", status: "Delivered" }), scene),
    );
  },
};
