import { createHmac } from "node:crypto";
import type { Carrier, Scene } from "../carrier.ts";
import { asLine } from "./gateways.ts";

const secret = "what both sides know";
const json = { "content-type": "application/json" };
const username = "zapotp";
const basic = `Basic ${Buffer.from(`${username}:${secret}`).toString("base64")}`;
const answer = { status: 200, type: /^text\/plain/, body: "" };

/** SMS Gateway for Android: the phone signs every attempt anew. */
export const smsGate: Carrier = {
  kind: "sms-gate",
  options: { secrets: ["a new one", secret] },
  call(source, { id, to, from, text, sentAt }, scene) {
    const event = {
      deviceId: "dev-ffffffffceb0b1db00000000",
      event: "sms:received",
      id,
      payload: {
        messageId: "abc123", // A hash of the content: the same for the same text.
        message: text,
        sender: from,
        recipient: to,
        phoneNumber: from,
        simNumber: 1,
        ...(sentAt && { receivedAt: sentAt.toISOString().replace("Z", "+00:00") }),
      },
      webhookId: "LreFUt-Z3sSq0JufY9uWB",
    };
    return this.raw(source, JSON.stringify(event), scene);
  },
  raw(_source, body, { now }) {
    const timestamp = String(Math.floor(now.getTime() / 1000));
    const signature = createHmac("sha256", secret)
      .update(body + timestamp)
      .digest("hex");
    return { headers: { ...json, "x-signature": signature, "x-timestamp": timestamp }, body };
  },
  forge: (call) => ({ ...call, body: String(call.body).replace('"message":"', '"message":"x') }),
  others(source, scene) {
    const events = ["sms:sent", "sms:delivered", "sms:failed", "mms:received", "system:ping"];
    return events.map((event) =>
      this.raw(
        source,
        JSON.stringify({
          deviceId: "d",
          event,
          id: "1",
          payload: { messageId: "1", recipient: "+15550100000" },
        }),
        scene,
      ),
    );
  },
  freshSeconds: 300,
  answer,
  tells: { time: true, parts: false, media: false, binary: false },
};

const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** httpSMS's token for an address and a time; it does not cover the message. */
export function signHttpsms(
  { path }: { path: string },
  signingKey: string,
  { now, publicUrl }: Scene,
): Record<string, string> {
  const seconds = Math.floor(now.getTime() / 1000);
  const claims = {
    aud: publicUrl + path,
    exp: seconds + 600,
    iat: seconds,
    iss: "api.httpsms.com",
    nbf: seconds - 600,
    sub: "WB7DRDWrJZRGbYrv2CKGkqbzvqdC",
  };
  const content = `${base64url({ alg: "HS256", typ: "JWT" })}.${base64url(claims)}`;
  const token = `${content}.${createHmac("sha256", signingKey).update(content).digest("base64url")}`;
  return { authorization: `Bearer ${token}` };
}

/** httpSMS: a CloudEvent, with a token for the address and the time. */
export const httpsms: Carrier = {
  ...smsGate,
  kind: "httpsms",
  call(source, { id, to, from, text, sentAt }, scene) {
    const event = {
      specversion: "1.0",
      id: `event-${id}`,
      source: "/v1/messages/receive",
      type: "message.phone.received",
      datacontenttype: "application/json",
      time: scene.now.toISOString(),
      data: {
        message_id: id,
        user_id: "WB7DRDWrJZRGbYrv2CKGkqbzvqdC",
        owner: to,
        encrypted: false,
        contact: from,
        ...(sentAt && { timestamp: sentAt.toISOString() }),
        content: text,
        sim: "SIM1",
      },
    };
    return this.raw(source, JSON.stringify(event), scene);
  },
  raw(source, body, scene) {
    const headers = { "x-event-type": "message.phone.received", ...signHttpsms(source, secret, scene) };
    return { headers, body };
  },
  // The token does not cover the message.
  forge(call) {
    const [head, claims] = (call.headers["authorization"] ?? "").split(".");
    const signature = createHmac("sha256", "another").update("x").digest("base64url");
    return { ...call, headers: { ...call.headers, authorization: `${head}.${claims}.${signature}` } };
  },
  others(source, scene) {
    const types = ["message.phone.sent", "message.phone.delivered", "phone.heartbeat.offline"];
    return types.map((type) =>
      this.raw(source, JSON.stringify({ type, data: { owner: "+15550100000" } }), scene),
    );
  },
  freshSeconds: 600,
};

/** textbee knows only the device; here it is named after its number. */
export const textbee: Carrier = {
  ...smsGate,
  kind: "textbee",
  options: { settings: { auth: { kind: "hmac", secret } } },
  call(source, { id, to, from, text, sentAt }, scene) {
    const event = {
      smsId: id,
      message: text,
      deviceId: asLine(to),
      webhookSubscriptionId: "65f0c1e2a4b7c80012ab34ce",
      webhookEvent: "MESSAGE_RECEIVED",
      idempotencyKey: "f3d1f4ac-14f0-4a53-9dd3-6c3a5a7d3e1b",
      sender: from,
      ...(sentAt && { receivedAt: sentAt.toISOString() }),
    };
    return this.raw(source, JSON.stringify(event), scene);
  },
  raw: (_source, body) => ({
    headers: { ...json, "x-signature": createHmac("sha256", secret).update(body).digest("hex") },
    body,
  }),
  others(source, scene) {
    const events = ["MESSAGE_SENT", "MESSAGE_DELIVERED", "MESSAGE_FAILED", "UNKNOWN_STATE"];
    return events.map((webhookEvent) =>
      this.raw(source, JSON.stringify({ smsId: "1", message: "Hello", webhookEvent }), scene),
    );
  },
  freshSeconds: null,
  namesLines: true,
};

/** SmsForwarder, with the body that the guide gives; it has no ids. */
export const smsForwarder: Carrier = {
  ...textbee,
  kind: "sms-forwarder",
  options: { settings: { auth: { kind: "basic", username, password: secret } } },
  call(source, { to, from, text, sentAt }, scene) {
    const time = (sentAt ?? scene.now).toISOString().slice(0, 19).replace("T", " ");
    return this.raw(source, JSON.stringify({ from, text, time: `${time}+0000`, sim: asLine(to) }), scene);
  },
  raw: (_source, body) => ({ headers: { ...json, authorization: basic }, body }),
  forge: (call) => ({ ...call, headers: { ...call.headers, authorization: `${basic.slice(0, -4)}AAA=` } }),
  others: null,
};
