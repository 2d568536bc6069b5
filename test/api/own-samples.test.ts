import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { sampleKey, sampleNumber, sampleOrderId, type Sample } from "../../src/edges/api/samples.ts";
import { projectRoot } from "../../src/kit/paths.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { clientFor, type Client } from "../helpers/client.ts";
import { rent, send } from "../helpers/orders.ts";
import type { Rented } from "#api-answers/orders.ts";
import { cannotRun, runSample, type Language } from "../helpers/samples.ts";

const languages = ["shell", "python", "javascript"] as const;

let app: TestApp;
let client: Client;
before(async () => {
  app = await startTestApp({ MAX_OPEN_ORDERS: "1000", SANDBOX_MESSAGE_SECONDS: "1" });
  client = clientFor(app, (await app.account()).testKey);
});
after(() => app.close());

/** An order in the state that a sample needs: with a message, unless the sample ends the wait for one. */
async function orderFor(source: string): Promise<Rented> {
  if (/\/(cancel|report)\b/.test(source)) return rent(client, { service: "test-no-sms" });
  const order = await rent(client);
  if (!/\/sandbox\b/.test(source)) await send(client, order, "WhatsApp code 123-456");
  return order;
}

async function run(language: Language, source: string): Promise<string> {
  const order = await orderFor(source);
  const ready = source
    .replaceAll(/http:\/\/(127\.0\.0\.1|localhost):8080/g, app.url)
    .replaceAll(sampleKey, client.key)
    .replaceAll(sampleOrderId, order.order_id)
    .replaceAll(sampleNumber, order.number);
  const printed = await runSample(language, ready, { stream: /\/events/.test(source) });
  assert.ok(printed.trim().length > 0, `printed nothing:\n${source}`);
  assert.doesNotMatch(printed, /"?status"?: ?['"]error['"]|undefined/, source);
  return printed;
}

interface Document {
  paths: Record<string, Record<string, { operationId: string; "x-codeSamples"?: Sample[] }>>;
}

async function documentedSamples(): Promise<{ operationId: string; samples: Sample[] }[]> {
  const document = (await (await fetch(`${app.url}/openapi.json`)).json()) as Document;
  return Object.values(document.paths)
    .flatMap((path) => Object.values(path))
    .map(({ operationId, "x-codeSamples": samples = [] }) => ({ operationId, samples }));
}

test("every operation has a sample in every language", async () => {
  for (const { operationId, samples } of await documentedSamples()) {
    assert.deepEqual(
      samples.map(({ lang }) => lang),
      [...languages],
      operationId,
    );
  }
});

/** What each operation's sample prints, if it prints its answer. */
const prints: Record<string, RegExp> = {
  getUser: /balance/,
  getCountries: /dial_code/,
  getServices: /Sandbox Pool/,
  rentNumber: /order_id/,
  getSms: /123-456/,
  listOrders: /order_id/,
  cancelOrder: /CANCELLED/,
  finishOrder: /FINISHED/,
  resendCode: /RECEIVED/,
  reportNumber: /CANCELLED/,
  streamEvents: /order\.received/,
  sendSandboxSms: /delivered/,
  extractCode: /123-456/,
};

for (const language of languages) {
  test(`the reference's ${language} samples run`, { skip: cannotRun(language) }, async () => {
    for (const { operationId, samples } of await documentedSamples()) {
      const sample = samples.find(({ lang }) => lang === language);
      const wanted = prints[operationId];
      assert.ok(sample && wanted, `what ${operationId} prints is not known here`);
      assert.match(await run(language, sample.source), wanted, operationId);
    }
  });
}

const readme = join(projectRoot, "README.md");
const fences: Record<string, Language> = { sh: "shell", python: "python", js: "javascript" };

function readmeSamples(): { language: Language; source: string }[] {
  const blocks = readFileSync(readme, "utf8").matchAll(/^```(\w+)\n(.*?)^```$/gms);
  return [...blocks].flatMap(([, fence = "", source = ""]) => {
    const language = fences[fence];
    return language && source.includes(sampleKey) ? [{ language, source }] : [];
  });
}

test(
  "the samples in README.md run",
  { skip: !existsSync(readme) && "there is no README.md yet" },
  async () => {
    const samples = readmeSamples();
    assert.ok(samples.length > 0, "README.md shows no sample");
    for (const { language, source } of samples) if (!cannotRun(language)) await run(language, source);
  },
);
