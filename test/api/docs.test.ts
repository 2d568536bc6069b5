import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startTestApp, type TestApp } from "../helpers/app.ts";

let app: TestApp;
before(async () => {
  app = await startTestApp();
});
after(() => app.close());

/** What a page makes a browser load, as addresses. */
async function loadedBy(page: string): Promise<{ html: string; urls: URL[]; policy: string }> {
  const response = await fetch(app.url + page);
  assert.equal(response.status, 200, page);
  assert.match(response.headers.get("content-type") ?? "", /^text\/html/);
  const html = await response.text();
  const named = html.matchAll(/(?:src|href|"url"|"favicon")\s*[=:]\s*"([^"#]+)"/g);
  const urls = [...named].map(([, address]) => new URL(address ?? "", response.url));
  return { html, urls, policy: response.headers.get("content-security-policy") ?? "" };
}

test("the pages load everything from here, and may not reach any other host", async () => {
  for (const page of ["/docs", "/docs/", "/"]) {
    const { html, urls, policy } = await loadedBy(page);
    assert.doesNotMatch(html, /(https?:)?\/\/(?!www\.w3\.org)[a-z]/i, `${page} names another host`);
    assert.ok(urls.length > 0, page);
    for (const url of urls) {
      assert.equal(url.host, new URL(app.url).host, page);
      assert.equal((await fetch(url)).status, 200, url.href);
    }
    assert.match(policy, /^default-src '(none|self)'/);
    assert.doesNotMatch(policy, /https?:|\*/);
  }
});

test("the reference shows the document with its samples", async () => {
  const { html } = await loadedBy("/docs");
  const address = /"url": "([^"]+)"/.exec(html)?.[1] ?? "";
  const document = (await (await fetch(new URL(address, `${app.url}/docs/`))).json()) as {
    paths: Record<string, { get: { "x-codeSamples": object[] } }>;
  };
  assert.equal(document.paths["/user"]?.get["x-codeSamples"].length, 3);
});

test("short ways to the reference", async () => {
  for (const path of ["/", "/account/api/v1/docs"]) {
    const answer = await fetch(app.url + path, { redirect: "manual" });
    assert.deepEqual([answer.status, answer.headers.get("location")], [302, "/docs"]);
  }
});
