import assert from "node:assert/strict";
import { test } from "node:test";
import { addOperator } from "../helpers/browser.ts";
import { assertNoFaults, openBrowser } from "../helpers/chromium.ts";
import { perFile, perTest } from "../helpers/fixtures.ts";
import { startPages } from "./pages.ts";
import { call, chooseSandbox, signUpHere } from "./people.ts";

const ownTerms = "Our own rules.\nNo refunds on Sundays.";
const app = perFile(() => startPages({ TERMS_TEXT: ownTerms }));
const browser = perTest(() => openBrowser(app.url));

const entryPages = ["sign-in", "sign-up", "forgot", "reset", "confirm", "invitation", "new-password"];
const publicPages = ["prices", "docs", "docs/extract", "changelog", "terms", "certificate"];
const memberPages = ["", "rent", "orders", "wallet?x=1", "operator", "operator/customers/1"];

test("a visit by somebody who is not signed in makes no failing request and logs no error, on any page", async () => {
  const { page } = browser;
  const failed: string[] = [];
  page.on("response", (response) => {
    if (response.status() >= 400) failed.push(`${response.status()} ${response.url()}`);
  });
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText;
    // A picture that was still on its way when the next page was opened.
    if (reason !== "net::ERR_ABORTED") failed.push(`${reason} ${request.url()}`);
  });
  for (const path of [...entryPages, ...publicPages, ...memberPages]) {
    await page.goto(`/${path}`);
    await page.locator("h1").first().waitFor();
    await page.waitForLoadState("networkidle");
  }
  assert.deepEqual(failed, []);
  assertNoFaults(browser);
});

test("prices are read before signing in: by country and name, with success only where enough orders tell", async () => {
  const { page } = browser;
  const [service] = await app.db.rows<{ id: number; slug: string }>(
    `select id, slug from services where slug = 'whatsapp'`,
  );
  const [pool] = await app.db.rows<{ id: number }>(
    `select id from pools where mode = 'live' and provider = 'global' order by id limit 1`,
  );
  const outcome = async (country: string, delivered: number, failed: number): Promise<unknown> =>
    app.db.rows(
      `insert into outcomes (pool_id, country, service_id, day, delivered, failed, seconds)
       values ($1, $2, $3, $4, $5, $6, array_fill(0, array[24]))`,
      [pool?.id, country, service?.id, app.clock.now(), delivered, failed],
    );
  await outcome("DE", 15, 5);
  await outcome("GB", 10, 9);
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Prices" }).click();
  await page.getByRole("heading", { name: "Services and prices" }).waitFor();
  const search = page.getByRole("textbox", { name: "Search" });
  await search.fill("whatsapp");
  const row = page.getByRole("row").filter({ hasText: "WhatsApp" }).first();
  await row.getByText("₦450.00").waitFor();
  await page.goto("/prices?country=DE&q=whatsapp"); // Prices of a country are remembered for a minute.
  await row.getByText(/^75\s%$/).waitFor();
  await page.goto("/prices?country=GB");
  await search.fill("whatsapp");
  await page.waitForURL("**/prices?country=GB&q=whatsapp");
  await row.getByText("too few to say").waitFor();
  const services = page.getByRole("row").filter({ hasText: "WhatsApp" });
  assert.equal(
    await page.getByRole("row").count(),
    1 + (await services.count()),
    "the heading and what fits",
  );
  await row.getByRole("link", { name: "WhatsApp", exact: true }).click();
  await page.waitForURL(/\/sign-in\?to=/);
  await signUpHere(browser.context);
  await page.goto("/prices?country=GB&q=whatsapp");
  await row.getByRole("link", { name: "WhatsApp", exact: true }).click();
  await page.waitForURL("**/rent?country=GB&service=whatsapp");
  assertNoFaults(browser);
});

test("an operator may hide the prices; without own terms the general ones are shown", async () => {
  const hidden = await startPages({ PUBLIC_PRICES: "hidden" });
  const { page, close } = await openBrowser(hidden.url);
  try {
    await page.goto("/prices");
    await page.getByText("does not show its prices before you sign in").waitFor();
    assert.equal(await page.getByText("₦").count(), 0);
    await page.getByRole("link", { name: "Terms" }).click();
    await page.getByRole("heading", { name: "Paying" }).waitFor();
    await page.getByText("I use ZapOTP lawfully.").waitFor();
  } finally {
    await close();
    await hidden.close();
  }
});

test("the operator's terms and the changelog are read before signing in", async () => {
  const { page } = browser;
  await page.goto("/terms");
  await page.getByText("No refunds on Sundays.").waitFor();
  await page.getByText("I use ZapOTP lawfully.").waitFor();
  assert.equal(await page.getByRole("heading", { name: "Paying" }).count(), 0);
  await page.getByRole("link", { name: "Changelog" }).click();
  await page.getByRole("heading", { name: "Unreleased" }).waitFor();
  assert.ok((await page.getByRole("main").getByRole("listitem").count()) > 10);
  assertNoFaults(browser);
});

test("an unknown address answers 404 with the page that says so, signed in or not", async () => {
  const { page, context } = browser;
  for (const path of ["/nowhere", "/orders/12345", "/operator/nothing"]) {
    const response = await page.goto(path);
    assert.equal(response?.status(), 404, path);
    await page.getByRole("heading", { name: "Page not found" }).waitFor();
    await page.getByRole("link", { name: "Prices" }).waitFor();
  }
  await call(context, "POST", "sign-in", await addOperator(app));
  assert.equal((await page.goto("/nowhere"))?.status(), 404);
  await page.getByRole("heading", { name: "Page not found" }).waitFor();
  await page.getByRole("link", { name: "Go to Rent" }).click();
  await page.waitForURL("**/operator");
  // The browser logs the 404 itself: that is what was asked for.
  assertNoFaults(browser, "404 (Not Found)");
});

test("keys of the console are named and end by themselves; revoked and expired ones are folded away", async () => {
  const { page, context } = browser;
  await signUpHere(context);
  await page.goto("/api");
  await chooseSandbox(page);
  await page.getByRole("button", { name: "Create a sandbox key" }).click();
  const keys = page.getByRole("region", { name: "Keys" }).first();
  await keys.getByText("Console, for a day").waitFor();
  const [made] = await call<{ id: number; expires_at: string }[]>(context, "GET", "keys", undefined, "test");
  const hours = (Date.parse(made?.expires_at ?? "") - Date.now()) / 3_600_000;
  assert.ok(hours > 23 && hours < 25, `ends in ${hours} hours`);
  const { id } = await call<{ id: number }>(context, "POST", "keys", { name: "Old server" }, "test");
  await call(context, "DELETE", `keys/${id}`);
  await page.reload();
  const folded = page.getByRole("button", { name: "1 revoked or expired key" });
  await folded.waitFor();
  assert.equal(await page.getByText("Old server").count(), 0);
  await folded.click();
  await page.getByText("Old server").waitFor();
  assertNoFaults(browser);
});
