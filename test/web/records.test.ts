import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { beforeEach, test } from "node:test";
import type { Page } from "playwright-core";
import { until } from "../helpers/until.ts";
import { assertNoFaults, openBrowser } from "../helpers/chromium.ts";
import { perFile, perTest } from "../helpers/fixtures.ts";
import { startPages } from "./pages.ts";
import { call, chooseSandbox, signUpHere } from "./people.ts";
import type { Rented } from "#api-answers/orders.ts";

const app = perFile(() => startPages());
const browser = perTest(() => openBrowser(app.url));
beforeEach(() => signUpHere(browser.context));

const api = <T>(path: string, body: object): Promise<T> =>
  call<T>(browser.context, "POST", `/account/api/v1/${path}`, body, "test");

const place = (service: string, country: string): Promise<Rented> =>
  api("rent", { action: "rent", service, country });

/** The text that a press downloads. */
async function download(page: Page, name: string): Promise<string[][]> {
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name }).click();
  const text = readFileSync(await (await coming).path(), "utf8");
  return text
    .trim()
    .split("\r\n")
    .flatMap((line) => line.split("\n"))
    .map((line) => line.split(","));
}

const rowsOf = async (page: Page): Promise<string[]> =>
  (await page.getByRole("table").last().locator("tbody tr[data-index]").allInnerTexts()).map((text) =>
    text.replace(/\s+/g, " "),
  );

test("orders: searched, filtered, looked into, exported; the address leads back to one", async () => {
  const { page } = browser;
  const first = await place("whatsapp", "US");
  await api("sandbox/sms", { to: first.number, text: "WhatsApp code 123-456", from: "WhatsApp" });
  await api("resend", { order_id: first.order_id });
  await api("finish", { order_id: first.order_id });
  const second = await place("telegram", "GB");
  await api("cancel", { order_id: second.order_id });
  const third = await place("google", "US");
  await page.goto("/orders");
  await chooseSandbox(page);
  await until(
    () => rowsOf(page),
    ({ length }) => length === 3,
  );

  await page.getByRole("combobox", { name: "Order by" }).click();
  await page.getByRole("option", { name: "Oldest first" }).click();
  await until(
    () => rowsOf(page),
    ([oldest = ""]) => /WhatsApp/.test(oldest),
  );
  await page.getByRole("combobox", { name: "Order by" }).click();
  await page.getByRole("option", { name: "Newest first" }).click();
  const search = page.getByRole("textbox", { name: "Search" });
  await search.fill(`+${second.number.slice(0, 2)} ${second.number.slice(2)}`);
  await until(
    () => rowsOf(page),
    ([only, ...more]) => more.length === 0 && /Telegram/.test(only ?? ""),
  );
  await search.fill(third.order_id);
  await until(
    () => rowsOf(page),
    ([only, ...more]) => more.length === 0 && /Google/.test(only ?? ""),
  );
  await search.fill("000000");
  await page.getByText("No orders match these filters.").waitFor();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await until(
    () => rowsOf(page),
    ({ length }) => length === 3,
  );
  await page.getByRole("combobox", { name: "Status" }).or(page.getByLabel("Status")).first().click();
  await page.getByRole("option", { name: "Cancelled" }).click();
  await page.keyboard.press("Escape");
  await until(
    () => rowsOf(page),
    ([only, ...more]) => more.length === 0 && /Telegram/.test(only ?? ""),
  );
  const csv = await download(page, "Export CSV");
  assert.equal(csv.length, 2, "the export has what the filters let through");
  assert.equal(csv[1]?.[csv[0]?.indexOf("order_id") ?? -1], second.order_id);
  assert.match(csv[1]?.[csv[0]?.indexOf("created_at") ?? -1] ?? "", /Z$/, "UTC in exports");

  await page.getByRole("row").filter({ hasText: "Telegram" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: `Order ${second.order_id}` }).waitFor();
  assert.equal(new URL(page.url()).search, `?status=CANCELLED&order=${second.order_id}&in=sandbox`);
  await page.goto(`/orders?order=${first.order_id}&in=sandbox`);
  const details = page.getByRole("dialog", { name: `Order ${first.order_id}` });
  await details.getByText("WhatsApp code 123-456").waitFor();
  const steps = await details.locator("[class*=Timeline-itemTitle]").allInnerTexts();
  assert.deepEqual(steps, [
    "Rented",
    "Price held",
    "Message arrived",
    "Charged",
    "Another code requested",
    "Finished",
  ]);
  assertNoFaults(browser);
});

test("wallet: every posting with its amount, by kind, exported; spending; a low balance is told", async () => {
  const { page } = browser;
  const charged = await place("whatsapp", "US");
  await api("sandbox/sms", { to: charged.number, text: "WhatsApp code 123-456", from: "WhatsApp" });
  const cancelled = await place("telegram", "GB");
  await api("cancel", { order_id: cancelled.order_id });
  await page.goto("/wallet");
  await page.getByText("No transactions yet.").waitFor();
  await page.getByText("Nothing spent yet.").waitFor();
  await chooseSandbox(page);
  await until(
    () => rowsOf(page),
    ({ length }) => length === 5,
  );
  const rows = await rowsOf(page);
  assert.match(rows[0] ?? "", /^\d\d:\d\d Released \d+ ₦450\.00 ₦999,550\.00$/);
  assert.match(rows[1] ?? "", /^\d\d:\d\d Held \d+ ₦450\.00 ₦999,100\.00$/);
  assert.match(rows[2] ?? "", /^\d\d:\d\d Charged of the held amount: ₦450\.00 \d+ ₦999,550\.00$/);
  assert.match(rows[4] ?? "", /^\d\d:\d\d Top-up play money ₦1,000,000\.00 ₦1,000,000\.00$/);
  await page.getByRole("region", { name: "Spending in the last 30 days" }).getByText("WhatsApp").waitFor();
  await page.getByRole("figure", { name: /^₦450\.00 in 30 days/ }).waitFor();

  await page.getByLabel("Kind").first().click();
  await page.getByRole("option", { name: "Released" }).click();
  await page.keyboard.press("Escape");
  await until(
    () => rowsOf(page),
    ({ length }) => length === 1,
  );
  const csv = await download(page, "Export CSV");
  assert.deepEqual(csv[0], [
    "seq",
    "time",
    "kind",
    "order_id",
    "in",
    "out",
    "balance_after",
    "reason",
    "amount",
    "reference",
  ]);
  assert.equal(csv.length, 2);
  assert.deepEqual(csv[1]?.slice(2), [
    "release",
    cancelled.order_id,
    "450.00",
    "",
    "999550.00",
    "",
    "450.00",
    "",
  ]);

  const limit = page.getByLabel("Amount in NGN");
  await limit.fill("999500");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved.").waitFor();
  await place("whatsapp", "US");
  await page.getByText("The balance is below ₦999,500.00.").waitFor();
  await page.getByRole("link", { name: "Spendable ₦999,100.00. Open the wallet." }).waitFor();
  assertNoFaults(browser);
});
