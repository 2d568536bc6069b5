import assert from "node:assert/strict";
import { test } from "node:test";
import { addOperator } from "../helpers/browser.ts";
import { untilCheck } from "../helpers/readiness.ts";
import { assertNoFaults, openBrowser } from "../helpers/chromium.ts";
import { perFile } from "../helpers/fixtures.ts";
import { startPages } from "./pages.ts";
import { call } from "./people.ts";

const app = perFile(() => startPages());
const operator = perFile(() => addOperator(app));

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
