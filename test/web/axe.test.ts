import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { createFirstOperator } from "../../src/domain/accounts/create-operator.ts";
import { buildWeb } from "../../src/web-build.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { assertNoFaults, openBrowser } from "./browser.ts";
import { call, signUpHere } from "./people.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const customerPages = [
  "rent?country=US&service=whatsapp",
  "orders",
  "wallet",
  "api",
  "guides",
  "team",
  "settings",
];
const operatorPages = [
  "",
  "customers",
  "orders",
  "messages",
  "numbers",
  "pools",
  "sources",
  "services",
  "audit",
  "health",
  "outbox",
];
let app: TestApp;
let operator: { username: string; password: string } | null;
before(async () => {
  app = await startTestApp({}, undefined, await buildWeb(() => {}));
  operator = await createFirstOperator({ db: app.db, clock: app.clock });
});
after(() => app.close());

/** Serious and critical faults of a page, by axe's rules. */
async function faultsOf(page: Page, path: string): Promise<string[]> {
  await page.goto(`/${path}`);
  await page.locator("h1").first().waitFor();
  await page.locator("[class*=Skeleton]").first().waitFor({ state: "hidden", timeout: 5000 });
  // Through the debugger, which the page's policy against foreign scripts does not hold back.
  const session = await page.context().newCDPSession(page);
  await session.send("Runtime.evaluate", { expression: axe });
  const { result } = await session.send("Runtime.evaluate", {
    expression: "axe.run({ resultTypes: ['violations'] }).then((results) => JSON.stringify(results))",
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  const { violations } = JSON.parse(result.value as string) as AxeResults;
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(
      ({ id, nodes }) =>
        `/${path}: ${id} ${nodes.map(({ html, any }) => `${html.slice(0, 160)} ${any[0]?.message ?? ""}`).join(" | ")}`,
    );
}

for (const scheme of ["light", "dark"] as const) {
  test(`no page has a serious fault of accessibility (${scheme})`, async () => {
    const browser = await openBrowser(app.url, { width: 1280, height: 900 }, scheme);
    const found: string[] = [];
    try {
      for (const path of ["sign-in", "sign-up", "forgot"])
        found.push(...(await faultsOf(browser.page, path)));
      await signUpHere(browser.context);
      const rent = { action: "rent", service: "whatsapp", country: "US" };
      await call(browser.context, "POST", "/account/api/v1/rent", rent, "test");
      for (const path of customerPages) found.push(...(await faultsOf(browser.page, path)));
      await browser.page.evaluate(() => localStorage.setItem("zap-mode", '"test"'));
      for (const path of customerPages) found.push(...(await faultsOf(browser.page, path)));
      assertNoFaults(browser, "/dashboard/api/me");
    } finally {
      await browser.close();
    }
    assert.deepEqual(found, []);
  });
}

test("no page of the operator has a serious fault of accessibility", async () => {
  assert.ok(operator);
  const browser = await openBrowser(app.url);
  const found: string[] = [];
  try {
    await call(browser.context, "POST", "sign-in", operator);
    for (const path of operatorPages) found.push(...(await faultsOf(browser.page, `operator/${path}`)));
    assertNoFaults(browser);
  } finally {
    await browser.close();
  }
  assert.deepEqual(found, []);
});
