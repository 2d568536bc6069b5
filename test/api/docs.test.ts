import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { parse } from "yaml";
import { statusOf } from "../../src/edges/api/errors.ts";
import { buildWeb } from "../../src/start/web-build.ts";
import { docs } from "../../web/src/texts/en/docs.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";

let app: TestApp;
let withoutPages: TestApp;
before(async () => {
  app = await startTestApp({}, undefined, await buildWeb(() => {}));
  withoutPages = await startTestApp();
});
after(async () => {
  await app.close();
  await withoutPages.close();
});

test("the guide's list of errors has every code of the API, with its status, and no other", () => {
  const listed = Object.fromEntries(docs.errorList.map(([code, status]) => [code, status]));
  assert.deepEqual(listed, statusOf);
});

test("the reference is a page of ours, at every address it ever had, and loads nothing from elsewhere", async () => {
  for (const address of ["/docs", "/docs/", "/account/api/v1/docs"]) {
    const response = await fetch(app.url + address);
    assert.equal(response.status, 200, address);
    assert.match(response.headers.get("content-type") ?? "", /^text\/html/);
    const html = await response.text();
    assert.match(html, /<html lang="en">/);
    assert.doesNotMatch(html, /(https?:)?\/\/(?!www\.w3\.org)[a-z]/i, `${address} names another host`);
    const named = [...html.matchAll(/(?:src|href)="([^"#]+)"/g)].map(([, path = ""]) => path);
    assert.ok(
      named.some((path) => /ReferencePage/.test(path)),
      "what the reference needs is fetched at once",
    );
    assert.equal(new Set(named).size, named.length, "nothing is named twice");
    for (const path of named) assert.equal((await fetch(new URL(path, response.url))).status, 200, path);
    const policy = response.headers.get("content-security-policy") ?? "";
    assert.match(policy, /^default-src 'none'; script-src 'self'; /);
  }
});

test("the document is at every address it ever had, as JSON and as YAML", async () => {
  const get = (address: string): Promise<Response> => fetch(app.url + address);
  const document: unknown = await (await get("/openapi.json")).json();
  for (const address of ["/account/api/v1/openapi.json", "/docs/openapi.json"])
    assert.deepEqual(await (await get(address)).json(), document, address);
  const yaml = await get("/docs/openapi.yaml");
  assert.match(yaml.headers.get("content-type") ?? "", /^application\/yaml/);
  assert.deepEqual(parse(await yaml.text()), document);
});

test("the samples call this server", async () => {
  const text = await (await fetch(`${app.url}/openapi.json`)).text();
  assert.ok(text.includes(`curl \\"${app.url}/account/api/v1/user\\"`), "a sample");
  assert.doesNotMatch(text, /zapotp\.example|example\.com/);
});

test("without pages the document stands in for the reference", async () => {
  for (const [from, to] of [
    ["/", "/docs"],
    ["/account/api/v1/docs", "/docs"],
    ["/docs", "/openapi.json"],
    ["/docs/", "/openapi.json"],
  ]) {
    const answer = await fetch(withoutPages.url + from, { redirect: "manual" });
    assert.deepEqual([answer.status, answer.headers.get("location")], [302, to], from);
  }
});
