import { createHmac } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { Carrier, CarrierSms } from "../carrier.ts";

const secret = "what both sides know";
const fields = {
  to: "to",
  from: "from",
  text: "text",
  id: "id",
  timestamp: "at",
  partReference: "ref",
  partTotal: "total",
  partNumber: "part",
};

const jsonOf = ({ part, sentAt, media, binary: _binary, ...sms }: CarrierSms): string =>
  JSON.stringify({
    ...sms,
    ...(sentAt && { at: sentAt.toISOString() }),
    ...(part && { ref: part.reference, total: part.total, part: part.number }),
    ...(media && { media }),
  });

const signed = (body: string | Uint8Array): string => createHmac("sha256", secret).update(body).digest("hex");

/** JSON, signed over the body. */
export const generic: Carrier = {
  kind: "generic",
  options: { settings: { fields, auth: { kind: "hmac", secret } } },
  call(source, sms, scene) {
    return this.raw(source, jsonOf(sms), scene);
  },
  raw: (_source, body) => ({
    headers: { "content-type": "application/json", "x-signature": signed(body) },
    body,
  }),
  forge: (call) => ({ ...call, body: `${String(call.body)} ` }),
  others: null,
  freshSeconds: null,
  answer: { status: 200, type: /^text\/plain/, body: "" },
  tells: { time: true, parts: true, media: true, binary: false },
};

export const genericCompressed: Carrier = {
  ...generic,
  variant: "compressed",
  raw(_source, body) {
    const headers = { "content-type": "text/plain", "content-encoding": "gzip", "x-signature": signed(body) };
    return { headers, body: new Uint8Array(gzipSync(body)) };
  },
  forge: (call) => ({ ...call, headers: { ...call.headers, "x-signature": signed("x") } }),
};

/** UTF-8 in which a lone surrogate is encoded by itself, as some gateways do (CESU-8). */
function halvesToo(text: string): Uint8Array<ArrayBuffer> {
  const bytes = Array.from(text, (character) => {
    const unit = character.charCodeAt(0);
    const isHalf = character.length === 1 && unit >= 0xd800 && unit <= 0xdfff;
    return isHalf ? [0xed, 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)] : [...Buffer.from(character)];
  });
  return new Uint8Array(bytes.flat());
}

/** As a multipart form, with a key in a header. */
export const genericMultipart: Carrier = {
  ...generic,
  variant: "multipart",
  options: { settings: { fields, auth: { kind: "header", name: "X-Api-Key", value: secret } } },
  call(source, sms, scene) {
    const values = JSON.parse(jsonOf(sms)) as Record<string, string | number>;
    const parts = Object.entries(values).map(
      ([name, value]) => `--bound\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    return { ...this.raw(source, "", scene), body: halvesToo(`${parts.join("")}--bound--\r\n`) };
  },
  raw: (_source, body) => ({
    headers: { "content-type": "multipart/form-data; boundary=bound", "x-api-key": secret },
    body,
  }),
  forge: ({ headers: { "x-api-key": _key, ...headers }, ...call }) => ({ ...call, headers }),
};

const percent = (text: string): string =>
  [...Buffer.from(text, "utf16le").swap16()].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");

/** As Kannel calls a URL: texts as UCS-2 in the query, authenticated only by the address. */
export const genericKannel: Carrier = {
  ...generic,
  variant: "as Kannel",
  options: {
    settings: { fields, auth: { kind: "none" }, answer: { status: 202, body: "ACK" } },
  },
  call(_source, sms) {
    const { text, ...others } = JSON.parse(jsonOf(sms)) as Record<string, string>;
    const query = `${new URLSearchParams(others).toString()}&text=${percent(text ?? "")}`;
    return { method: "GET", query, headers: {} };
  },
  raw: (_source, body) => ({ headers: { "content-type": "text/plain" }, body }),
  forge: null,
  answer: { status: 202, type: /^text\/plain/, body: "ACK" },
};
