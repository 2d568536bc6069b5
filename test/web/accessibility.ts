import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { addOperator } from "../helpers/browser.ts";
import { manyOrders } from "../helpers/many-orders.ts";
import { customerScreens, inSandbox, operatorScreens } from "../helpers/screens.ts";
import { addSource, stock } from "../helpers/stock.ts";
import { assertNoFaults, openBrowser } from "../helpers/chromium.ts";
import { beforeTests, perFile } from "../helpers/fixtures.ts";
import { startPages } from "./pages.ts";
import { call, signUpHere } from "./people.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const guides = ["waiting", "sandbox", "errors", "lawful"].map((guide) => `guides?guide=${guide}`);
const customerPages = [...customerScreens, ...guides];
const operatorPages = [...operatorScreens, "operator/pools/1", "operator/customers/1"];
const app = perFile(() => startPages());
const operator = perFile(() => addOperator(app));

/** Tests that no page has a serious accessibility violation by axe's rules, in these colours at these sizes. */
export function testAccessibility(looks: [Scheme, Size][]): void {
  beforeTests(fillShop);
  for (const look of looks) testCustomers(...look);
  for (const look of looks) testOperator(...look);
}

/** Data for every page of the operator. */
async function fillShop(): Promise<void> {
  const account = await app.account();
  const [wallet] = await app.db.rows<{ id: number }>(
    `select id from wallets where mode = 'live' and account_id = $1`,
    [account.accountId],
  );
  await manyOrders(app.db, 300, [wallet?.id ?? 0]);
  const [number = ""] = await stock(app, 3);
  await (await addSource(app)).send({ to: number, from: "x", text: "code 1234", id: "a1" });
}

/** Serious and critical violations on a page, by axe's rules; `press`: in what opens over it then. */
async function faultsOf(page: Page, path: string, press?: RegExp): Promise<string[]> {
  await page.goto(`/${path}`);
  await page.locator("h1").first().waitFor();
  await page.locator("[class*=Skeleton]").first().waitFor({ state: "hidden" });
  if (press) {
    await page.getByRole("button", { name: press }).click();
    await page.getByRole("dialog").first().waitFor();
  }
  return faultsHere(page, press ? `${path} ${press.source}` : path);
}

async function faultsHere(page: Page, path: string): Promise<string[]> {
  // Through the debugger, which the page's policy against foreign scripts does not block.
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

type Scheme = "light" | "dark";
type Size = keyof typeof sizes;

const sizes = { wide: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };

/** What opens over a page when the named element is pressed. */
const overlays: [string, RegExp][] = [
  ["api", /^New key$/],
  ["team", /^Invite$/],
  ["settings", /^Change e-mail$/],
  ["settings", /^Set up$/],
  ["settings", /^Delete the account$/],
  ["rent?country=US&service=whatsapp", /^Sound and notifications$/],
];

function testCustomers(scheme: Scheme, size: Size): void {
  const viewport = sizes[size];
  test(`no page has a serious fault of accessibility (${scheme}, ${size})`, async () => {
    const browser = await openBrowser(app.url, viewport, scheme);
    const found: string[] = [];
    const look = async (paths: string[]): Promise<void> => {
      for (const path of paths) found.push(...(await faultsOf(browser.page, path)));
    };
    try {
      await look([
        "sign-in",
        "sign-up",
        "forgot",
        "reset",
        "confirm#token=x",
        "invitation#token=x",
        "new-password",
        "docs",
        "docs/extract",
        "prices",
        "changelog",
        "terms",
        "report",
        "report/case#token=x",
        "certificate",
        "nowhere",
      ]);
      await signUpHere(browser.context);
      const order = await call<{ order_id: string }>(
        browser.context,
        "POST",
        "/account/api/v1/rent",
        { action: "rent", service: "whatsapp", country: "US" },
        "test",
      );
      await call(browser.context, "POST", "keys", { name: "server" }, "test");
      if (size === "wide" && scheme === "light") await look(customerPages); // Empty pages, in the live wallet.
      await look([...customerPages.map(inSandbox), `orders?order=${order.order_id}&in=sandbox`]);
      for (const [path, name] of overlays)
        found.push(...(await faultsOf(browser.page, inSandbox(path), name)));
      // Addresses that lead nowhere, and tokens that nobody has.
      assertNoFaults(browser, "/nowhere", "/email/confirm", "/invitations/look", "/report/case");
    } finally {
      await browser.close();
    }
    assert.deepEqual(found, []);
  });
}

function testOperator(scheme: Scheme, size: Size): void {
  const viewport = sizes[size];
  test(`no page of the operator has a serious fault of accessibility (${scheme}, ${size})`, async () => {
    const browser = await openBrowser(app.url, viewport, scheme);
    const found: string[] = [];
    try {
      await call(browser.context, "POST", "sign-in", operator);
      for (const path of operatorPages) found.push(...(await faultsOf(browser.page, path)));
      found.push(...(await faultsOfDialogs(browser.page)));
      assertNoFaults(browser);
    } finally {
      await browser.close();
    }
    assert.deepEqual(found, []);
  });
}

/** What opens over the operator's pages. */
async function faultsOfDialogs(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const [path, button] of [
    ["operator/orders", null],
    ["operator/numbers", "Import numbers"],
    ["operator/register", "Take out numbers"],
    ["operator/pools", "New pool"],
    ["operator/pools/1", "Edit prices"],
    ["operator/sources", "New source"],
    ["operator/customers/1", "Suspend"],
  ] as const) {
    await page.goto(`/${path}`);
    await page.locator("h1").first().waitFor();
    if (button === null)
      await page.getByRole("region", { name: "All orders" }).getByRole("row").nth(1).click();
    else await page.getByRole("button", { name: button }).click();
    await page.getByRole("dialog").waitFor();
    await page.waitForTimeout(300);
    found.push(...(await faultsHere(page, `${path} ${button ?? "drawer"}`)));
  }
  return found;
}
