import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
// The carrier's own package has the last word about every signature made here.
import { validateSignature } from "plivo/dist/utils/security.js";
import { validateV3Signature } from "plivo/dist/utils/v3Security.js";
import type { Carrier, CarrierSms } from "../carrier.ts";

const authToken = "the account's auth token";
let nonces = 0;

const formOf = ({ id, from, to, text, media = 0 }: CarrierSms): string =>
  new URLSearchParams({
    From: from,
    To: to,
    MessageUUID: id,
    MessageIntent: "",
    TotalRate: "0",
    TotalAmount: "0",
    Units: "1",
    ...(media > 0
      ? {
          Type: "mms",
          ...(text !== "" && { Body: text }),
          MediaCount: String(media),
          Media0: "https://m.example/1",
        }
      : { Type: "sms", Text: text }),
  }).toString();

const report = new URLSearchParams({
  From: "15550100000",
  To: "15550199999",
  MessageUUID: "9d5ba9ac",
  ParentMessageUUID: "9d5ba9ac",
  Status: "delivered",
  Units: "1",
}).toString();

const sign = (signed: string): string => createHmac("sha256", authToken).update(signed).digest("base64");
const type = { "content-type": "application/x-www-form-urlencoded" };

/** Signed by the owning subaccount and the main account, as messages are. */
export const plivo: Carrier = {
  kind: "plivo",
  options: { secrets: ["a new one", authToken] },
  call(source, sms, scene) {
    return this.raw(source, formOf(sms), scene);
  },
  raw({ path }, body, { publicUrl }) {
    const nonce = `nonce${++nonces}`;
    const signature = sign(publicUrl + path + nonce);
    assert.ok(validateSignature(publicUrl + path, nonce, signature, authToken));
    const headers = {
      ...type,
      "x-plivo-signature-v2": "bm90IHRoaXMgb25l",
      "x-plivo-signature-ma-v2": signature,
      "x-plivo-signature-v2-nonce": nonce,
    };
    return { headers, body };
  },
  forge: (call) => ({ ...call, headers: { ...call.headers, "x-plivo-signature-v2-nonce": "another" } }),
  others(source, scene) {
    return [this.raw(source, report, scene)];
  },
  freshSeconds: null,
  answer: { status: 200, type: /^application\/xml/, body: "<Response></Response>" },
  tells: { time: false, parts: false, media: true, binary: false },
};

const listed = (body: string): string =>
  [...new URLSearchParams(body)]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, value]) => name + value)
    .join("");

/** As calls about telephone calls are signed, should messages ever be: the fields are covered. */
export const plivoV3: Carrier = {
  ...plivo,
  variant: "signed by version 3",
  raw({ path }, body, { publicUrl }) {
    const nonce = `nonce${++nonces}`;
    const fields = listed(body);
    const signature = sign(`${publicUrl}${path}${fields === "" ? "" : "?"}${fields}.${nonce}`);
    const params = Object.fromEntries(new URLSearchParams(body));
    if (!body.includes("a=%zz"))
      assert.ok(validateV3Signature("POST", publicUrl + path, nonce, authToken, signature, params));
    const headers = {
      ...type,
      "x-plivo-signature-v3": `x, ${signature}`,
      "x-plivo-signature-v3-nonce": nonce,
    };
    return { headers, body };
  },
  forge: (call) => ({ ...call, body: String(call.body).replace("Text=", "Text=x") }),
};
