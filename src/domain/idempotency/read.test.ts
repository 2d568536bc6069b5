import assert from "node:assert/strict";
import { test } from "node:test";
import { Refusal } from "../../kit/errors.ts";
import { readIdempotency } from "./read.ts";

const hashOf = (endpoint: string, body: unknown): string =>
  readIdempotency("k", endpoint, body)?.inputHash.toString("hex") ?? "";

test("the same request has the same hash, in whatever order its fields are written", () => {
  const body = { service: "whatsapp", country: "US", pool: 3 };
  const same = [
    { country: "US", pool: 3, service: "whatsapp" },
    { pool: 3, service: "whatsapp", country: "US" },
    { service: "whatsapp", country: "US", pool: 3, max_price: undefined },
  ];
  assert.equal(hashOf("/rent", body).length, 64);
  for (const other of same.slice(0, 2)) assert.equal(hashOf("/rent", other), hashOf("/rent", body));
  assert.equal(hashOf("/cancel", null), hashOf("/cancel", undefined), "no body is no body");
  assert.equal(hashOf("/cancel", {}), hashOf("/cancel", undefined));
});

test("different input, or another endpoint, gives a different hash", () => {
  const requests: [endpoint: string, body: unknown][] = [
    ["/rent", { service: "whatsapp", country: "US" }],
    ["/rent", { service: "whatsapp", country: "GB" }],
    ["/rent", { service: "telegram", country: "US" }],
    ["/rent", { service: "US", country: "whatsapp" }],
    ["/rent", { service: "whatsapp" }],
    ["/rent", { service: "whatsapp", country: "US", pool: 1 }],
    ["/rent", { service: "whatsapp", country: "US", pool: "1" }],
    ["/rent", { service: "whatsapp", country: "US", pool: null }],
    ["/rent", {}],
    ["/cancel", { service: "whatsapp", country: "US" }],
    ["/cancel", {}],
    ["", {}],
    ["/cancel", { order_id: "1" }],
    ["/cancel", { order_id: "2" }],
    ["/finish", { order_id: "1" }],
    ["/report", { order_id: "1" }],
    ["/resend", { order_id: "1" }],
  ];
  const hashes = requests.map(([endpoint, body]) => hashOf(endpoint, body));
  assert.equal(new Set(hashes).size, requests.length);
});

test("a key: 1 to 255 printable letters of ASCII, given once", () => {
  assert.equal(readIdempotency(undefined, "/rent", {}), null);
  for (const key of ["a", "!", "~", "0", "x".repeat(255), "3c7b…".replace("…", "")])
    assert.equal(readIdempotency(key, "/rent", {})?.key, key);
  for (const key of [
    "",
    "x".repeat(256),
    "a b",
    " a",
    "a\n",
    "\u007f",
    "\u0020",
    "é",
    1,
    null,
    ["a", "b"],
    true,
  ])
    assert.throws(
      () => readIdempotency(key, "/rent", {}),
      (error) =>
        error instanceof Refusal &&
        error.code === "invalid_request" &&
        error.details["field"] === "Idempotency-Key" &&
        /1 to 255 printable ASCII/.test(error.message),
      JSON.stringify(key),
    );
});

test("the hash of a request never changes: repeats are recognized after an update", () => {
  assert.equal(
    hashOf("/account/api/v1/rent", { service: "whatsapp", country: "US", pool: 3 }),
    "81ced0a42e7aa2faf78433f53e3ce3e00c5aaae68fb60c0cfbea0f8eea58f573",
  );
});
