import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
// The carrier's own package decides here: our own code would agree with its own mistakes.
import { validateV3Signature } from "plivo/dist/utils/v3Security.js";
import type { InboundRequest } from "../source-kind.ts";
import { signatureOf } from "./signature.ts";

const token = "plivo_token";
const address = "https://zap.example/in/plivo/abc";
const nonce = "05429567804466091622";
const known = {
  "x-plivo-signature-v2": "UmTuoSVlJnz4loCIIb324GKSM6kv+5dcDDroFrBdk5w=",
  "x-plivo-signature-v2-nonce": nonce,
};

function request(headers: Record<string, string>, over: Partial<InboundRequest> = {}): InboundRequest {
  const at = new Date("2026-11-01T12:00:00Z");
  return {
    method: "POST",
    url: address,
    query: "",
    headers,
    body: Buffer.alloc(0),
    caller: "192.0.2.1",
    at,
    ...over,
  };
}

test("version 2: the known signature, by either account, of the address without its query", () => {
  assert.deepEqual(signatureOf([token], request(known)), { version: 2, nonce });
  const byMain = {
    "x-plivo-signature-ma-v2": `x, ${known["x-plivo-signature-v2"]}`,
    "x-plivo-signature-v2-nonce": nonce,
  };
  assert.ok(signatureOf(["another", token], request(byMain)));
  assert.ok(signatureOf([token], request(known, { url: `${address}?x=1`, query: "x=1" })));
  assert.equal(signatureOf(["another"], request(known)), null);
  assert.equal(signatureOf([token], request(known, { url: `${address}d` })), null);
  assert.equal(signatureOf([token], request({ ...known, "x-plivo-signature-v2-nonce": "" })), null);
  assert.equal(signatureOf([token], request({ ...known, "x-plivo-signature-v2": "" })), null);
});

test("version 3: whatever the official package accepts, and nothing else", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "Z", "1", "é", "-"), minLength: 1, maxLength: 4 });
  const fields = fc.dictionary(word, word, { maxKeys: 4 });
  fc.assert(
    fc.property(fields, fields, fc.boolean(), (queried, posted, isGet) => {
      const query = new URLSearchParams(queried).toString();
      const url = query === "" ? address : `${address}?${query}`;
      const body = new URLSearchParams(posted).toString();
      const method = isGet ? "GET" : "POST";
      const list = (all: Record<string, string>, between: string, after: string): string =>
        Object.keys(all)
          .toSorted()
          .map((name) => name + between + all[name])
          .join(after);
      const inQuery = list(queried, "=", "&");
      const inBody = isGet ? "" : list(posted, "", "");
      const mark = inQuery + inBody === "" ? "" : "?";
      const signed = `${address}${mark}${inQuery}${inQuery && inBody ? "." : ""}${inBody}.${nonce}`;
      const signature = createHmac("sha256", token).update(signed).digest("base64");
      assert.ok(validateV3Signature(method, url, nonce, token, signature, isGet ? {} : posted));
      const headers = { "x-plivo-signature-v3": signature, "x-plivo-signature-v3-nonce": nonce };
      const call = request(headers, { method, url, query, body: Buffer.from(isGet ? "" : body) });
      assert.deepEqual(signatureOf([token], call), { version: 3, nonce });
      assert.equal(signatureOf([token], { ...call, query: `${query}&q=1`, url: `${url}&q=1` }), null);
    }),
  );
});
