import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { beforeEach, test } from "node:test";
import type { Page } from "playwright-core";
import { addOperator, addTestMember } from "../helpers/browser.ts";
import { addSource, stock } from "../helpers/stock.ts";
import { until } from "../helpers/until.ts";
import type { Customer } from "#answers/operator/customers.ts";
import type { Rented } from "#api-answers/orders.ts";
import { assertNoFaults, openBrowser } from "../helpers/chromium.ts";
import { perFile, perTest } from "../helpers/fixtures.ts";
import { startPages } from "./pages.ts";
import { call, signInByForm, signUpHere } from "./people.ts";

const app = perFile(() => startPages());
const operator = perFile(() => addOperator(app));
const browser = perTest(() => openBrowser(app.url));
const customer = perTest(() => openBrowser(app.url));
beforeEach(() => call(browser.context, "POST", "sign-in", operator));

const faultyCsv = [
  "number,country,area_code",
  "+1 202-555-0143,US,202",
  "12,US,",
  "+12025550143,,",
  "+447700900123,XX,",
  "+12025550144,,",
].join("\n");

async function importNumbers(page: Page): Promise<void> {
  await page.goto("/operator/numbers");
  await page.getByRole("button", { name: "Import numbers" }).click();
  const dialog = page.getByRole("dialog", { name: "Import numbers" });
  await dialog.getByRole("button", { name: "Check" }).click();
  await dialog.getByText("Fill this in.").first().waitFor();
  await dialog.getByLabel("Or paste it here").fill(faultyCsv);
  await dialog.getByRole("button", { name: "Check" }).click();
  await dialog.getByText("5 lines read, 2 would be added.").waitFor();
  const faults = await dialog.getByRole("region", { name: "What is wrong" }).getByRole("row").allInnerTexts();
  assert.deepEqual(
    faults.slice(1).map((row) => row.split(/\s+/)[0]),
    ["3", "4", "5"],
    "the lines that are wrong",
  );
  assert.match(faults[1] ?? "", /5 to 15 digits/);
  await dialog.getByRole("button", { name: "Add 2 numbers" }).click();
  await page.getByText("2 numbers added.").waitFor();
  await page.getByRole("region", { name: "Numbers" }).getByText("+1 202 555 0143").waitFor();
}

async function setPrice(page: Page): Promise<void> {
  await page.goto("/operator/pools/1");
  await page.getByRole("button", { name: "Edit prices" }).click();
  const dialog = page.getByRole("dialog", { name: "Prices of Standard Pool" });
  await dialog.getByLabel("Country").fill("us");
  await dialog.getByLabel("Service").fill("nonsense");
  await dialog.getByLabel("Price", { exact: true }).fill("512.50");
  await dialog.getByLabel("Cost").fill("200");
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.getByText('There is no service "nonsense"').waitFor();
  await dialog.getByLabel("Service").fill("whatsapp");
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.waitFor({ state: "hidden" });
  const row = page.getByRole("region", { name: "Special prices" }).getByRole("row").nth(1);
  assert.match(await row.innerText(), /US\s+WhatsApp\s+₦512\.50\s+₦200\.00\s+₦312\.50/);
}

test("numbers are imported, a price is set; a message that found no order is given by hand, and its renter sees it", async () => {
  const { page } = browser;
  await importNumbers(page);
  await setPrice(page);
  const { accountId } = await signUpHere(customer.context);
  const credit = { mode: "live", amount: 1000, reason: "Bank transfer", reference: "transfer 18" };
  await call(browser.context, "POST", `operator/customers/${accountId}/credit`, credit);

  await customer.page.goto("/rent?country=US&service=whatsapp");
  await customer.page
    .getByRole("button", { name: /^Rent for/ })
    .first()
    .click();
  await customer.page.getByText("Waiting for the message").waitFor();
  const number = (await customer.page.getByText(/^\+1 202 555 014/).innerText()).replace(/\D/g, "");
  await customer.page.getByText("₦487.50").first().waitFor();

  await page.goto("/operator/messages");
  await page.getByText("No unmatched messages.").waitFor();
  const source = await addSource(app);
  await source.send({ to: number, from: "Telegram", text: "Telegram code: 48213", id: "w1" });
  const row = page.getByRole("region", { name: "Messages" }).getByRole("row").nth(1);
  await row.getByRole("cell", { name: /^It names another service/ }).waitFor();
  assert.ok(!(await page.content()).includes("48213"), "texts are shown on demand alone");
  await row.getByRole("button", { name: "Assign" }).click();
  const dialog = page.getByRole("dialog", { name: "Give this message to an order" });
  await dialog.getByRole("button", { name: /^\d+$/ }).click();
  await dialog.getByRole("button", { name: "Assign" }).click();
  await page.getByText("Assigned: delivered.").waitFor();
  assert.equal(await customer.page.locator("[data-code]").first().textContent(), "48213");

  await page.goto("/operator");
  await page.getByRole("link", { name: /^Orders\s*1/ }).click();
  await page.waitForURL(/\/operator\/orders\?.*mode=live/);
  assert.match(await page.getByRole("region", { name: "All orders" }).innerText(), /WhatsApp/);
  await page.goto("/operator");
  await page.getByRole("link", { name: /100 %\s*of 1/ }).click();
  await page.waitForURL(/service=whatsapp/);
  await page.goto("/operator/audit?action=message");
  await page.getByText("Message assigned").waitFor();
  await page
    .getByText(/^Message \d+$/)
    .first()
    .waitFor();
  await page.getByText("127.0.0.1").first().waitFor();
  assertNoFaults(browser, "/prices");
  assertNoFaults(customer);
});

test("prices come from a file: wrong lines are named and change nothing, a right file replaces them", async () => {
  const { page } = browser;
  await page.goto("/operator/pools/2");
  await page.getByRole("button", { name: "Prices from a file" }).click();
  const dialog = page.getByRole("dialog", { name: "Prices from a file" });
  const paste = dialog.getByLabel("Or paste it here");
  await paste.fill("country,service,price,cost\nUS,telegram,300,100\nUS,tg,310,\nUS,whatsapp,free,\n");
  await dialog.getByRole("button", { name: "Check" }).click();
  await dialog.getByText("2 lines are wrong; nothing was changed.").waitFor();
  await dialog.getByText("This country and service stand twice in the list.").waitFor();
  await dialog.getByText('"free" is no amount').waitFor();
  // As Excel saves "Unicode Text".
  const text = "\ufeffcountry\tservice\tprice\tcost\r\nUK\t\t1.234,50\t\r\n";
  const buffer = Buffer.from(text, "utf16le");
  await dialog
    .locator('input[type="file"]')
    .setInputFiles({ name: "prices.txt", mimeType: "text/plain", buffer });
  await dialog.getByRole("button", { name: "Check" }).click();
  await dialog.getByText("1 new, 0 changed, 0 removed.").waitFor();
  await dialog.getByRole("cell", { name: "₦1,234.50", exact: true }).waitFor();
  await paste.fill("country,service,price,cost\nUS,telegram,300,100\n,whatsapp,520.50,\n");
  await dialog.getByRole("button", { name: "Check" }).click();
  await dialog.getByText("2 new, 0 changed, 0 removed.").waitFor();
  await dialog.getByRole("button", { name: "Set 2 prices" }).click();
  await page.getByText("2 prices are set.").waitFor();
  const file = await browser.context.request.get("/dashboard/api/operator/pools/2/prices?format=csv");
  assert.equal(
    await file.text(),
    "country,service,price,cost\r\n,whatsapp,520.50,\r\nUS,telegram,300.00,100.00\r\n",
  );
  assertNoFaults(browser);
});

test("a customer is credited, limited, suspended and let go on, each with a reason", async () => {
  const { page } = browser;
  const { username, accountId } = await signUpHere(customer.context);
  await page.goto("/operator/customers");
  // The existing rows are replaced by the search results: a click before that would hit a row that is about to
  // disappear.
  const found = page.waitForResponse((response) => response.url().includes(`q=${username.toUpperCase()}`));
  await page.getByRole("textbox", { name: "Search" }).fill(username.toUpperCase());
  await found;
  await page.getByRole("row").nth(2).waitFor({ state: "hidden" });
  await page.getByText(`${username}@example.com`).click();
  await page.waitForURL(new RegExp(`/operator/customers/${accountId}$`));
  await page.getByLabel("Amount (NGN)").fill("2500");
  await page.getByRole("button", { name: "Credit or debit" }).click();
  await page.getByText("Fill this in.").first().waitFor();
  await page.getByLabel("Reference").fill("Transfer 9");
  await page.getByLabel("Reason").fill("Bank transfer");
  await page.getByRole("button", { name: "Credit or debit" }).click();
  await page.getByText("Booked. Balance now ₦2,500.00.").waitFor();

  await page.getByRole("button", { name: "Limit" }).first().click();
  const limit = page.getByRole("dialog", { name: /Limit of open orders/ });
  await limit.getByLabel("Orders that may wait for a code at once").fill("0");
  await limit.getByLabel("Reason").fill("Chargeback");
  await limit.getByRole("button", { name: "Save" }).click();
  await limit.waitFor({ state: "hidden" });
  const body = { action: "rent", service: "whatsapp", country: "US" };
  const rent = (mode: string) =>
    customer.context.request.post("/account/api/v1/rent", {
      data: body,
      headers: { "x-requested-with": "zapotp", "x-zap-mode": mode },
    });
  assert.match(await (await rent("live")).text(), /too_many_open_orders/);
  assert.equal((await rent("test")).status(), 200, "the sandbox is not limited by it");

  await page.getByRole("button", { name: "Suspend" }).click();
  const dialog = page.getByRole("dialog", { name: `Suspend ${username}?` });
  await dialog.getByLabel("Reason").fill("Complaints");
  await dialog.getByRole("button", { name: "Suspend" }).click();
  await page.getByRole("button", { name: "Lift the suspension" }).waitFor();
  assert.equal((await rent("test")).status(), 403);
  await page.getByRole("button", { name: "Lift the suspension" }).click();
  await page.getByRole("button", { name: "Suspend" }).waitFor();
  const log = page.getByRole("region", { name: "Last actions" });
  for (const action of ["Money paid in", "Order limit set", "Account suspended", "Suspension lifted"])
    await log.getByText(action).first().waitFor();
  assertNoFaults(browser);
});

test("a source is made, tried and given a new secret; a job takes a turn by hand; a service is allowed", async () => {
  const { page } = browser;
  await page.goto("/operator/sources");
  await page.getByRole("button", { name: "New source" }).click();
  const dialog = page.getByRole("dialog", { name: "New source" });
  await dialog.getByRole("button", { name: "New source" }).click();
  await dialog.getByText("Fill this in.").first().waitFor();
  await dialog.getByLabel("Name").fill("Gateway");
  await dialog.getByRole("button", { name: "New source" }).click();
  const shown = page.getByRole("dialog", { name: "Sources" });
  const url = await shown.getByRole("region", { name: "Address for its messages" }).innerText();
  assert.match(url, /\/in\/generic\/\d+\/in_/);
  await shown.getByRole("button", { name: "I have copied it" }).click();
  const row = page.getByRole("row", { name: /Gateway/ });
  await row.getByRole("button", { name: "Test message" }).click();
  const trial = page.getByRole("dialog", { name: "Test message: Gateway" });
  await trial.getByLabel("To").fill("+1 555 019 9999");
  await trial.getByLabel("Text").fill("Your code is 1234");
  await trial.getByRole("button", { name: "Send" }).click();
  await trial.getByText("Stored, but no order matches").waitFor();
  await page.keyboard.press("Escape");
  await row.getByRole("button", { name: "New secret" }).click();
  const confirm = page.getByRole("dialog", { name: "New secret for Gateway?" });
  await confirm.getByRole("button", { name: "New secret" }).click();
  assert.notEqual(await shown.getByRole("region", { name: "Address for its messages" }).innerText(), url);
  await shown.getByRole("button", { name: "I have copied it" }).click();

  await page.goto("/operator/health");
  await page.getByRole("button", { name: "Run now: clean up" }).click();
  await page.getByText("Done: clean up.").waitFor();

  await page.goto("/operator/services");
  await page.getByRole("textbox", { name: "Search" }).fill("paypal");
  await page.getByRole("region", { name: "Services" }).getByRole("button", { name: "Allow" }).first().click();
  const allow = page.getByRole("dialog", { name: /^Allow / });
  await allow.getByRole("button", { name: "Allow" }).click();
  await allow.getByText("Fill this in.").first().waitFor();
  await allow.getByLabel("Reason").fill("Agreed with compliance");
  await allow.getByRole("button", { name: "Allow" }).click();
  await allow.waitFor({ state: "hidden" });
  await page.goto("/operator/audit?action=service");
  await page.getByText("Agreed with compliance").waitFor();
  assertNoFaults(browser);
});

test("without the server the overview says since when it is old, and catches up by itself", async () => {
  const { page, context } = browser;
  await page.goto("/operator");
  await page.getByText("Live", { exact: true }).waitFor();
  await context.setOffline(true);
  await page.getByText(/No answer since/).waitFor();
  await context.setOffline(false);
  await page.getByText("Live", { exact: true }).waitFor();
  assertNoFaults(browser, "ERR_INTERNET_DISCONNECTED");
});

test("a viewer cannot rent; a customer sees neither the operator's pages nor another account's order", async () => {
  const { username, accountId } = await signUpHere(customer.context);
  const viewer = await addTestMember(app, accountId, "viewer");
  const { cookie } = await viewer.signIn();
  const theirs = { action: "rent", service: "whatsapp", country: "US" };
  const order = await call<{ order_id: string }>(
    customer.context,
    "POST",
    "/account/api/v1/rent",
    theirs,
    "test",
  );
  await browser.context.clearCookies();
  const stranger = await signUpHere(browser.context);
  assert.notEqual(stranger.username, username);
  const { page } = browser;
  for (const path of [
    "",
    "/customers",
    `/customers/${accountId}`,
    "/orders",
    "/messages",
    "/audit",
    "/health",
  ]) {
    await page.goto(`/operator${path}`);
    await page.waitForURL("**/rent");
    assert.equal(await page.getByRole("navigation", { name: "Operator" }).count(), 0);
  }
  await page.goto(`/orders?order=${order.order_id}&in=sandbox`);
  await page.getByText("You have no order with this order_id").waitFor();
  assertNoFaults(browser, `/orders/${order.order_id}`);

  await customer.context.clearCookies();
  await customer.context.addCookies([{ name: "zap_session", value: cookie, url: app.url }]);
  await customer.page.goto("/rent?country=US&service=whatsapp&in=sandbox");
  await customer.page.getByRole("row").nth(1).waitFor();
  const buttons = customer.page.getByRole("button", { name: /^Rent for/ });
  for (const button of await buttons.all())
    assert.ok(await button.isDisabled(), "a viewer's button does nothing");
  const refused = await customer.context.request.post("/account/api/v1/rent", {
    data: theirs,
    headers: { "x-requested-with": "zapotp", "x-zap-mode": "test" },
  });
  assert.equal(refused.status(), 403);
  assertNoFaults(customer);
});

test("the operator signs in by the form and comes to the overview", async () => {
  await browser.context.clearCookies();
  await signInByForm(browser.page, operator.username, operator.password);
  await browser.page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
  assertNoFaults(browser, "/dashboard/api/me");
});

test("a customer is created, credited, refunded; the statement is read and exported; names stand instead of ids", async () => {
  const { page } = browser;
  await page.goto("/operator/customers");
  await page.getByRole("button", { name: "New customer" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Create" }).click();
  await dialog.getByText("Fill this in.").first().waitFor();
  const username = `made-${process.pid}`;
  await dialog.getByLabel("Username").fill(username);
  await dialog.getByLabel("E-mail").fill(`${username}@example.com`);
  await dialog.getByRole("button", { name: "Create" }).click();
  const password = await dialog.getByRole("region", { name: "First password" }).innerText();
  await dialog.getByRole("button", { name: "I have copied it" }).click();
  await page.waitForURL(/\/operator\/customers\/\d+$/);
  await page.getByRole("heading", { name: username }).waitFor();
  const { page: theirs } = customer;
  await signInByForm(theirs, username, password);
  await theirs.waitForURL("**/new-password");

  const { accountId } = await signUpHere(customer.context);
  const credit = { mode: "live", amount: 1000, reason: "Bank transfer", reference: `t ${username}` };
  await call(browser.context, "POST", `operator/customers/${accountId}/credit`, credit);
  await stock(app, 1, { first: 15550300000 });
  const body = { action: "rent", service: "telegram", country: "US" };
  const order = await call<Rented>(customer.context, "POST", "/account/api/v1/rent", body);
  const source = await addSource(app);
  await source.send({ to: order.number, from: "Telegram", text: "Telegram code: 48213", id: username });
  await page.goto(`/operator/orders?account=${accountId}`);
  const row = page.getByRole("row").filter({ hasText: "Telegram" });
  await page.getByText("1 row · 1 with a message").waitFor();
  await row.click();
  const drawer = page.getByRole("dialog", { name: `Order ${order.order_id}` });
  await drawer.getByText("Telegram US").waitFor();
  await drawer.getByText("Standard Pool, Own numbers").waitFor();
  await drawer.getByRole("button", { name: "Refund" }).click();
  const question = page.getByRole("dialog", { name: /^Refund ₦/ });
  await question.getByLabel("Reason").fill("bad number");
  await question.getByRole("button", { name: "Refund" }).click();
  await page.getByText(/^Refunded: ₦/).waitFor();
  await drawer.getByRole("button", { name: "Refund" }).waitFor({ state: "detached" });

  await page.goto(`/operator/customers/${accountId}`);
  await page.getByRole("link", { name: "Statement" }).click();
  await page.getByRole("row").filter({ hasText: "Refund" }).getByText("bad number").waitFor();
  await page.getByText(/^4 rows · /).waitFor();
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export CSV" }).click();
  assert.match(readFileSync(await (await coming).path(), "utf8"), /,refund,/);
  await page.getByText("Sandbox", { exact: true }).click();
  await page.getByText(/^1 row · /).waitFor();
  await page.goto("/operator/audit?action=order");
  const entry = page.getByRole("row").filter({ hasText: "Order refunded" });
  await entry.getByText(`Order ${order.order_id}`).waitFor();
  assertNoFaults(browser);
});

test("an operator's list: a preset of days in the address, its order, its views; the sandbox apart; letters are dismissed", async () => {
  const { page } = browser;
  await signUpHere(customer.context);
  const body = { action: "rent", service: "whatsapp", country: "US" };
  const order = await call<Rented>(customer.context, "POST", "/account/api/v1/rent", body, "test");
  await page.goto("/operator/orders");
  await page.getByText(/\d+ rows? · /).waitFor();
  assert.equal(await page.getByText(order.order_id, { exact: true }).count(), 0, "live orders only");
  await page.getByRole("radiogroup", { name: "Mode" }).getByText("Sandbox").click();
  await page.getByText(order.order_id, { exact: true }).waitFor();
  await page.getByRole("combobox", { name: "When" }).click();
  await page.getByRole("option", { name: "Yesterday" }).click();
  await page.waitForURL(/period=yesterday/);
  await page.getByText("No orders match these filters.").waitFor();
  await page.getByRole("combobox", { name: "When" }).click();
  await page.getByRole("option", { name: "7 days" }).click();
  await page.getByText(order.order_id, { exact: true }).waitFor();
  await page.getByRole("combobox", { name: "Order by" }).click();
  await page.getByRole("option", { name: "Oldest first" }).click();
  await page.waitForURL(/sort=oldest/);
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("textbox", { name: "Save these filters as" }).fill("Test week");
  await page.getByRole("button", { name: "Save" }).click();
  await page.goto("/operator/orders");
  await page.getByRole("button", { name: "Views (1)" }).click();
  await page.getByRole("button", { name: "Test week", exact: true }).click();
  await page.waitForURL((url) => url.search.includes("mode=test") && url.search.includes("period=7d"));
  await page.getByText(order.order_id, { exact: true }).waitFor();
  await page.getByRole("combobox", { name: "When" }).click();
  await page.getByRole("option", { name: "Custom" }).click();
  await page.getByLabel("From").fill("2020-01-01");
  await page.waitForURL(/from=2019-12-31|from=2020-01-01/);

  await page.goto("/operator/customers?sort=name&state=active");
  const names = page.getByRole("table").locator("tbody tr[data-index] td:first-child p:first-child");
  await names.first().waitFor();
  const shown = await names.allInnerTexts();
  assert.deepEqual(
    shown,
    shown.toSorted((a, b) => (a < b ? -1 : 1)),
  );
  await page.goto("/operator/pools");
  await page.getByRole("button", { name: "Name" }).click();
  await page
    .getByRole("columnheader", { name: "Name", exact: true })
    .and(page.locator("[aria-sort=ascending]"))
    .waitFor();
  await page.waitForURL(/by=name/);
  await page.getByRole("button", { name: "Name" }).click();
  await page.waitForURL(/by=-name/);
  await page.getByRole("textbox", { name: "Search" }).fill("a");
  await page.waitForURL((url) => url.search.includes("q=a") && url.search.includes("by=-name"));
  await page.reload();
  await page
    .getByRole("columnheader", { name: "Name", exact: true })
    .and(page.locator("[aria-sort=descending]"))
    .waitFor();
  await page.goto("/operator/customers");
  await names.first().waitFor();
  await page.getByRole("combobox", { name: "Order by" }).click();
  await page.getByRole("option", { name: "Highest balance" }).click();
  await page.waitForURL(/sort=balance/);
  const [{ id, username } = { id: 0, username: "" }] = await call<Customer[]>(
    browser.context,
    "GET",
    "operator/customers?limit=1",
  );
  await page.goto(`/operator/orders?account=${id}&country=US&supplier=inventory`);
  for (const name of [`Customer ${username}`, "Country United States", "Supplier Own numbers"])
    await page.getByRole("button", { name: `Remove the filter ${name}` }).waitFor();
  await page.goto("/operator/numbers?period=yesterday");
  await page.getByRole("combobox", { name: "Imported" }).waitFor();

  await page.goto("/operator/outbox?state=waiting");
  const letters = page.getByRole("row").filter({ hasText: "@example.com" });
  await letters.first().waitFor();
  const before = await letters.count();
  await page
    .getByRole("button", { name: /^Dismiss the e-mail to/ })
    .first()
    .click();
  await until(
    () => letters.count(),
    (count) => count === before - 1,
  );
  assertNoFaults(browser);
});

test("a customer's first steps tick themselves and can be dismissed", async () => {
  await signUpHere(customer.context);
  const { page: theirs } = customer;
  await theirs.goto("/api?in=sandbox");
  const first = theirs.getByRole("region", { name: "First steps" });
  await first.getByRole("listitem", { name: "Create a key: to do" }).waitFor();
  await call(customer.context, "POST", "keys", { name: "script" }, "test");
  await first.getByRole("listitem", { name: "Create a key: done" }).waitFor();
  const body = { action: "rent", service: "whatsapp", country: "US" };
  const { number } = await call<Rented>(customer.context, "POST", "/account/api/v1/rent", body, "test");
  const sms = { to: number, text: "WhatsApp code 123-456", from: "WhatsApp" };
  await call(customer.context, "POST", "/account/api/v1/sandbox/sms", sms, "test");
  await theirs.goto("/guides");
  await first.getByText("2 of 3 done").waitFor();
  await first.getByRole("button", { name: "Dismiss" }).click();
  await first.waitFor({ state: "detached" });
  await theirs.goto("/api");
  await theirs.getByRole("heading", { name: "Keys", exact: true }).waitFor();
  assert.equal(await first.count(), 0);
  assertNoFaults(customer);
});
