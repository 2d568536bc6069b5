import { createHmac, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { rawRequest } from "./connection.ts";

/** PUBLIC_BASE_URL of servers whose sources sign it. */
export const publicBaseUrl = "https://bench.example";

type Message = Record<"id" | "to" | "from" | "text", string>;

/** A carrier that sends messages to a source of its kind. */
export interface Sender {
  kind: string;
  /** The settings of its source. */
  settings: object;
  /** A whole HTTP request with one message, signed now. */
  request(path: string, message: Message): string;
}

export const generic: Sender = {
  kind: "generic",
  settings: { fields: { to: "to", from: "from", text: "text", id: "id" }, auth: { kind: "none" } },
  request: (path, message) => rawRequest("POST", path, {}, JSON.stringify(message)),
};

const { publicKey, privateKey } = generateKeyPairSync("ed25519");

export const telnyx: Sender = {
  kind: "telnyx",
  settings: {
    publicKeys: [publicKey.export({ format: "der", type: "spki" }).subarray(-32).toString("base64")],
  },
  request(path, { id, to, from, text }) {
    const payload = { id, from: { phone_number: from }, to: [{ phone_number: to }], text, type: "SMS" };
    const body = JSON.stringify({ data: { event_type: "message.received", id: randomUUID(), payload } });
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = sign(null, Buffer.from(`${timestamp}|${body}`), privateKey).toString("base64");
    const headers = { "telnyx-timestamp": timestamp, "telnyx-signature-ed25519": signature };
    return rawRequest("POST", path, headers, body);
  },
};

const authToken = "the account's auth token";

/** By version 2, as Plivo signs messages: each nonce is stored. */
export const plivo: Sender = {
  kind: "plivo",
  settings: { authTokens: [authToken] },
  request(path, { id, to, from, text }) {
    const fields = { MessageUUID: id, To: to, From: from, Text: text, Type: "sms", Units: "1" };
    const nonce = randomUUID();
    const signature = createHmac("sha256", authToken)
      .update(publicBaseUrl + path + nonce)
      .digest("base64");
    const headers = { "x-plivo-signature-v2": signature, "x-plivo-signature-v2-nonce": nonce };
    return rawRequest("POST", path, headers, new URLSearchParams(fields).toString());
  },
};
