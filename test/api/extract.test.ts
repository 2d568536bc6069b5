import assert from "node:assert/strict";
import { test } from "node:test";
import { startTestApp } from "../helpers/app.ts";
import { clientFor, type Client } from "../helpers/client.ts";
import { beforeTests, perFile } from "../helpers/fixtures.ts";
import { toolFor } from "../helpers/tool.ts";
import type { Extracted } from "#api-answers/extract.ts";

const app = perFile(() => startTestApp());
let client: Client;
beforeTests(async () => {
  client = clientFor(app, (await app.account()).testKey);
});

test("a message is read and the reading explained", async () => {
  const text = "Telegram code 58213. Call 0800 555 000 for help.";
  const { data } = (await client.post("/tools/extract", { text, sender: "Telegram" })).body as {
    data: Extracted;
  };
  assert.deepEqual([data.code, data.service], ["58213", "telegram"]);
  const [best] = data.candidates;
  assert.equal(text.slice(best?.span[0], best?.span[1]), "58213");
  assert.ok((best?.reasons.length ?? 0) > 0);
});

test("a message without a code says so; bad input is refused", async () => {
  const { data } = (await client.post("/tools/extract", { text: "See you at 7, table 12" })).body as {
    data: Extracted;
  };
  assert.equal(data.code, null);
  assert.equal((await client.post("/tools/extract", {})).body.code, "invalid_request");
  assert.equal(
    (await client.post("/tools/extract", { text: "x".repeat(20_001) })).body.code,
    "invalid_request",
  );
});

test("zapotp extract: JSON lines in, JSON lines out, in order", async () => {
  const lines = [
    { text: "Your WhatsApp code: 123-456" },
    { text: "no code here" },
    { text: "G-482193 is your Google verification code.", sender: "Google" },
  ];
  const { code, stdout } = await toolFor(app)(
    ["extract"],
    `${lines.map((line) => JSON.stringify(line)).join("\n")}\n`,
  );
  const read = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Extracted);
  assert.equal(code, 0);
  assert.deepEqual(
    read.map(({ service }) => service),
    ["whatsapp", null, "google"],
  );
  assert.deepEqual(
    read.map((one) => one.code !== null),
    [true, false, true],
  );
  const bad = await toolFor(app)(["extract"], "not json\n");
  assert.equal(bad.code, 1);
  assert.match(bad.stderr, /Line 1/);
});
