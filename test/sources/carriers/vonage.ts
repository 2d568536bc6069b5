import assert from "node:assert/strict";
import { createHash, createHmac } from "node:crypto";
// The carrier's own packages have the last word about every signature made here.
import { AlgorithmTypes } from "@vonage/auth";
import { verifySignature } from "@vonage/jwt";
import { SMS } from "@vonage/sms";
import type { Carrier, CarrierSms, Scene } from "../carrier.ts";

const secret = "the signature secret";
const official = new SMS({ apiKey: "key", apiSecret: "secret" });
const timeOf = (at: Date): string => at.toISOString().slice(0, 19).replace("T", " ");

/** The fields of an inbound SMS ("Inbound SMS"). */
const fieldsOf = ({ id, to, from, text, sentAt, part, binary, udh }: CarrierSms): Record<string, string> => ({
  "api-key": "abcd1234",
  msisdn: from,
  to,
  messageId: id,
  ...(binary
    ? { type: "binary", data: binary.toString("hex"), ...(udh && { udh }) }
    : { type: "unicode", text, keyword: "YOUR" }),
  ...(sentAt && { "message-timestamp": timeOf(sentAt) }),
  ...(part && {
    concat: "true",
    "concat-ref": part.reference,
    "concat-total": String(part.total),
    "concat-part": String(part.number),
  }),
});

const receipt = {
  "api-key": "abcd1234",
  "err-code": "0",
  messageId: "0A0000000123ABCD1",
  msisdn: "15550100000",
  "network-code": "12345",
  price: "0.03330000",
  scts: "2001011400",
  status: "delivered",
  to: "AcmeInc",
};

function signed(
  fields: Record<string, string>,
  now: Date,
  algorithm: AlgorithmTypes,
): Record<string, string> {
  const all: Record<string, string> = {
    ...fields,
    timestamp: String(Math.floor(now.getTime() / 1000)),
    nonce: "aaaaaaaa-bbbb-cccc-dddd-0123456789ab",
  };
  const text = Object.keys(all)
    .toSorted()
    .map((name) => `&${name}=${all[name]?.replaceAll(/[&=]/g, "_")}`)
    .join("");
  const sig =
    algorithm === AlgorithmTypes.md5hash
      ? createHash("md5")
          .update(text + secret)
          .digest("hex")
      : createHmac("sha256", secret).update(text).digest("hex").toUpperCase();
  assert.ok(official.verifySignature(sig, all, secret, algorithm));
  return { ...all, sig };
}

const asForm = (fields: Record<string, string>, { now }: Scene): string =>
  new URLSearchParams(signed(fields, now, AlgorithmTypes.sha256hmac)).toString();

/** The SMS API, as a form. */
export const vonageByForm: Carrier = {
  kind: "vonage",
  variant: "by form",
  options: { secrets: ["a new one", secret] },
  call: (_source, sms, scene) => ({
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: asForm(fieldsOf(sms), scene),
  }),
  // Without fields there is nothing that could be signed.
  raw(_source, body, scene) {
    const fields = body.length > 1000 ? { messageId: "1", [body]: "" } : { messageId: "1", body };
    return { headers: { "content-type": "application/x-www-form-urlencoded" }, body: asForm(fields, scene) };
  },
  forge: (call) => ({ ...call, body: String(call.body).replace("text=", "text=x") }),
  others: (_source, scene) => [{ headers: {}, body: asForm(receipt, scene) }],
  freshSeconds: 300,
  answer: { status: 200, type: /^text\/plain/, body: "" },
  tells: { time: true, parts: true, media: false, binary: true },
  cutsBetween: true,
};

const asJson = (fields: Record<string, string>, { now }: Scene) => ({
  headers: { "content-type": "application/json" },
  body: JSON.stringify(signed(fields, now, AlgorithmTypes.md5hash)),
});

/** The SMS API, as JSON, signed by its oldest method. */
export const vonageByJson: Carrier = {
  ...vonageByForm,
  variant: "by JSON",
  options: { secrets: [secret], settings: { signatureMethod: "md5hash" } },
  call: (_source, sms, scene) => asJson(fieldsOf(sms), scene),
  raw: (_source, body, scene) => asJson({ messageId: "1", body }, scene),
  forge: (call) => ({ ...call, body: String(call.body).replace('"text":"', '"text":"x') }),
  others: (_source, scene) => [asJson(receipt, scene)],
};

const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** The Messages API, with a token that covers the body. */
export const vonageMessages: Carrier = {
  ...vonageByForm,
  variant: "by the Messages API",
  call(source, { id, to, from, text, sentAt, media }, scene) {
    const [, channel = "sms", number = to] = /^(whatsapp|rcs):\+?(.*)$/.exec(to) ?? [];
    const body = {
      message_uuid: id,
      to: number,
      from,
      ...(sentAt && { timestamp: sentAt.toISOString() }),
      channel,
      ...(media
        ? { message_type: "image", image: { url: "https://m.example/1" } }
        : { message_type: "text", text }),
      sms: { num_messages: "1", keyword: "YOUR" },
      usage: { currency: "EUR", price: "0.0333" },
    };
    return this.raw(source, JSON.stringify(body), scene);
  },
  raw(_source, body, { now }) {
    const claims = {
      iat: Math.floor(now.getTime() / 1000),
      jti: "c5ba8f24-1a14-4c10-bfdf-3fbe8ce511b5",
      iss: "Vonage",
      payload_hash: createHash("sha256").update(body).digest("hex"),
      api_key: "abcd1234",
      application_id: "aaaaaaaa-bbbb-cccc-dddd-0123456789ab",
    };
    const content = `${base64url({ alg: "HS256", typ: "JWT" })}.${base64url(claims)}`;
    const token = `${content}.${createHmac("sha256", secret).update(content).digest("base64url")}`;
    assert.ok(verifySignature(token, secret));
    return { headers: { "content-type": "application/json", authorization: `Bearer ${token}` }, body };
  },
  forge: (call) => ({ ...call, body: String(call.body).replace('"text":"', '"text":"x') }),
  others(source, scene) {
    const status = {
      message_uuid: "aaaaaaaa",
      to: "15550100000",
      from: "15550199999",
      timestamp: "2026-11-01T12:00:00Z",
      status: "delivered",
      channel: "sms",
    };
    return [this.raw(source, JSON.stringify(status), scene)];
  },
  tells: { time: true, parts: false, media: true, binary: false },
};
