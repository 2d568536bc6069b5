import assert from "node:assert/strict";
import { test } from "node:test";
import { encodingFor } from "./encoding.ts";

const cases: [string | undefined, string | null][] = [
  [undefined, null],
  ["", null],
  ["identity", null],
  ["deflate", null],
  ["gzip", "gzip"],
  ["x-gzip", "gzip"],
  ["GZIP", "gzip"],
  ["br", "br"],
  ["gzip, deflate, br", "br"],
  ["gzip, deflate, br, zstd", "br"],
  ["br;q=0.5, gzip", "gzip"],
  ["br;q=0.5, gzip;q=0.5", "br"],
  ["br;q=0, gzip", "gzip"],
  ["br;q=0, gzip;q=0", null],
  ["gzip;q=0.001", "gzip"],
  ["*", "br"],
  ["*;q=0", null],
  ["gzip, *;q=0", "gzip"],
  ["br;q=0, *", "gzip"],
  ["gzip ; q=1.0 , br ; q=0.9", "gzip"],
  ["gzip;q=nonsense", null],
  ["identity, gzip;q=0.5", null],
  ["identity;q=0.5, gzip", "gzip"],
  ["identity, gzip", "gzip"],
];

test("the encoding that a client likes best, plain for whoever names none", () => {
  for (const [header, expected] of cases) assert.equal(encodingFor(header), expected, String(header));
});
