import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import spectral from "@stoplight/spectral-core";
import rulesets from "@stoplight/spectral-rulesets";
import { startTestApp, type TestApp } from "../helpers/app.ts";

let app: TestApp;
let source: string;
before(async () => {
  app = await startTestApp();
  source = await (await fetch(`${app.url}/openapi.json`)).text();
});
after(() => app.close());

async function byRedocly(document: string): Promise<string[]> {
  const config = await createConfig({ extends: ["recommended"] });
  const problems = await lintFromString({ source: document, config });
  return problems.map(
    ({ severity, ruleId, message, location }) =>
      `${severity} ${ruleId}: ${message} ${location[0]?.pointer ?? ""}`,
  );
}

async function bySpectral(document: string): Promise<string[]> {
  const linter = new spectral.Spectral();
  linter.setRuleset({ extends: [rulesets.oas as never] });
  const problems = await linter.run(JSON.parse(document) as Record<string, unknown>);
  return problems.map(({ code, message, path }) => `${code}: ${message} ${path.join(".")}`);
}

for (const [name, lint] of [
  ["Redocly", byRedocly],
  ["Spectral", bySpectral],
] as const)
  test(`${name}'s recommended rules find nothing in the document`, async () => {
    assert.deepEqual(await lint(source), []);
    const worse = JSON.parse(source) as { paths: Record<string, { get?: { operationId?: string } }> };
    delete worse.paths["/user"]?.get?.operationId;
    assert.match((await lint(JSON.stringify(worse))).join("\n"), /operation-operationId/);
  });
