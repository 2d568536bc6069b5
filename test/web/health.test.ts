import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { buildWeb } from "../../src/start/web-build.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { addOperator } from "../helpers/browser.ts";
import { untilCheck } from "../helpers/readiness.ts";
import { assertNoFaults, openBrowser } from "../helpers/chromium.ts";
import { call } from "./people.ts";

let app: TestApp;
let operator: { username: string; password: string };
before(async () => {
  app = await startTestApp({}, undefined, await buildWeb(() => {}));
  operator = await addOperator(app);
});
after(() => app.close());

test("the operator's Health page shows what is so: texts are encrypted, and what is wrong when something is", async () => {
  await untilCheck(app.url, "hints", "ok");
  const browser = await openBrowser(app.url);
  const fact = (name: string): Promise<string> =>
    browser.page.locator("dl.facts > div", { hasText: name }).locator("dd").innerText();
  try {
    await call(browser.context, "POST", "sign-in", operator);
    await browser.page.goto("/operator/health");
    assert.match(await fact("Encryption at rest"), /^on, /);
    assert.equal(await fact("Checks"), "nothing is wrong");
    app.clock.advance(60);
    await untilCheck(app.url, "clock", "apart");
    await browser.page.reload();
    assert.match(await fact("Checks"), /clock: apart/);
    assertNoFaults(browser);
  } finally {
    await browser.close();
  }
});
