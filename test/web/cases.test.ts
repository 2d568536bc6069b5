import assert from "node:assert/strict";
import { test } from "node:test";
import { addOperator, addTestMember } from "../helpers/browser.ts";
import { assertNoFaults, openBrowser } from "../helpers/chromium.ts";
import { clientFor } from "../helpers/client.ts";
import { perFile, perTest } from "../helpers/fixtures.ts";
import { rent } from "../helpers/orders.ts";
import { stock } from "../helpers/stock.ts";
import { startPages } from "./pages.ts";
import { call } from "./people.ts";
import { goodPassword } from "../helpers/browser.ts";

const app = perFile(() => startPages({ ABUSE_MAILBOX: "abuse@shop.example" }));
const operator = perFile(() => addOperator(app));
const reporter = perTest(() => openBrowser(app.url));
const desk = perTest(() => openBrowser(app.url));
const customer = perTest(() => openBrowser(app.url));

test("somebody reports a number, the operator decides, both sides read why, and the customer appeals", async () => {
  await stock(app, 1);
  const account = await app.account(1_000_000);
  const { number } = await rent(clientFor(app, account.liveKey));
  const { username } = await addTestMember(app, account.accountId, "owner");

  const form = reporter.page;
  await form.goto("/terms");
  await form.getByRole("link", { name: "abuse@shop.example" }).waitFor();
  await form.getByRole("navigation").getByRole("link", { name: "Report abuse" }).click();
  await form.getByRole("button", { name: "Send the report" }).click();
  assert.equal(await form.getByText("Fill this in.").count(), 3);
  await form.getByLabel("Number").fill("my neighbour");
  await form.getByRole("combobox", { name: "What it is about" }).click();
  await form.getByRole("option", { name: "Fraud or impersonation" }).click();
  const hostile = "<img src=x onerror=document.title='broken'> See http://evil.example/";
  await form.getByLabel("What happened").fill(hostile);
  await form.getByRole("button", { name: "Send the report" }).click();
  await form.getByText("This is not a phone number").waitFor();
  await form.getByLabel("Number").fill(`+${number}`);
  await form.getByRole("button", { name: "Send the report" }).click();
  await form.getByRole("heading", { name: "Your report was received" }).waitFor();
  await form.getByRole("link", { name: "Open the case" }).click();
  await form.getByRole("heading", { name: "Case R1" }).waitFor();
  await form.getByText(hostile).waitFor();
  assert.equal(await form.getByRole("link", { name: "http://evil.example/" }).count(), 0);

  const { page } = desk;
  await call(desk.context, "POST", "sign-in", operator);
  await page.goto("/operator");
  await page.getByRole("link", { name: "1 report of abuse waits for a decision" }).click();
  await page.getByRole("region", { name: "Reports of abuse" }).getByText("R1").click();
  await page.getByText(hostile).waitFor();
  assert.match(await page.title(), /^Case R1/);
  await page.getByRole("button", { name: "Decide" }).click();
  const dialog = page.getByRole("dialog", { name: "Decide case R1" });
  await dialog.getByRole("combobox", { name: "Outcome" }).click();
  await page.getByRole("option", { name: "The customer's account was suspended" }).click();
  await dialog.getByLabel("Reasons, for the reporter").fill("We acted on it.");
  await dialog.getByRole("button", { name: "Decide" }).click();
  await dialog.getByText("Say which account is suspended.").waitFor();
  await dialog.getByRole("combobox", { name: "Customer whom it is about" }).click();
  await page.getByRole("option", { name: account.username }).click();
  await dialog.getByLabel("Reasons, for the customer").fill("It was used for fraud.");
  await dialog.getByRole("button", { name: "Decide" }).click();
  await dialog.waitFor({ state: "hidden" });
  await page.getByText("We acted on it.").waitFor();

  await form.reload();
  await form.getByText("We acted on it.").waitFor();
  assert.equal(await form.getByText("It was used for fraud.").count(), 0);

  const own = customer.page;
  await call(customer.context, "POST", "sign-in", { username, password: goodPassword });
  await own.goto("/rent");
  await own.getByRole("link", { name: /See whether a decision says why/ }).click();
  await own.getByText("It was used for fraud.").waitFor();
  assert.equal(await own.getByText(hostile).count(), 0);
  await own.getByLabel("Why you disagree").fill("It was my own test system.");
  await own.getByRole("button", { name: "Appeal" }).click();
  await own.getByText("Your appeal was received.").waitFor();
  await page.reload();
  await page.getByText("It was my own test system.").waitFor();

  await page.getByRole("button", { name: "Decide" }).click();
  await dialog.getByRole("combobox", { name: "Outcome" }).click();
  await page.getByRole("option", { name: "The number was taken out of the service" }).click();
  await dialog.getByLabel("Reasons, for the reporter").fill("The number is out.");
  await dialog.getByLabel("Reasons, for the customer").fill("The number is out, you may go on.");
  await dialog.getByRole("button", { name: "Decide" }).click();
  await page.getByRole("button", { name: "Put the number back" }).click();
  const puttingBack = page.getByRole("dialog", { name: "Put the number back" });
  await puttingBack.getByLabel("Reason").fill("It was another number.");
  await puttingBack.getByRole("button", { name: "Put the number back" }).click();
  await puttingBack.waitFor({ state: "hidden" });
  assert.equal(await page.getByRole("button", { name: "Put the number back" }).count(), 0);
  for (const browser of [reporter, desk, customer]) assertNoFaults(browser, "status of 400", "status of 403");
});

test("two operators release a request on the screens; the customer reads of it; the report counts it", async () => {
  const account = await app.account();
  const { username } = await addTestMember(app, account.accountId, "owner");
  const second = await addOperator(app);
  const { page } = desk;
  await call(desk.context, "POST", "sign-in", operator);
  await page.goto("/operator/requests");
  await page.getByRole("button", { name: "Record a request" }).click();
  const dialog = page.getByRole("dialog", { name: "Record a request" });
  await dialog.getByLabel("Authority").fill("Police of Kent");
  await dialog.getByLabel("Its reference").fill("K-123");
  await dialog.getByLabel("Legal basis").fill("Section 61");
  await dialog.getByText("An account", { exact: true }).click();
  await dialog.getByLabel("About", { exact: true }).last().fill("nobody here");
  await dialog.getByLabel("From").fill("2026-01-01");
  await dialog.getByLabel("To, not included").fill(new Date().toISOString());
  await dialog.getByLabel("Account and its members").check();
  await dialog.getByRole("button", { name: "Record a request" }).click();
  await dialog.getByText('There is no account "nobody here".').waitFor();
  await dialog.getByLabel("About", { exact: true }).last().fill(account.username);
  await dialog.getByRole("button", { name: "Record a request" }).click();
  await page.getByRole("heading", { name: /^Case A\d+$/ }).waitFor();
  await page.getByRole("button", { name: "Release" }).click();
  await page.getByLabel("Current password").fill(goodPassword);
  await page.getByRole("dialog").getByRole("button", { name: "Release" }).click();
  await page.getByText("You released it. Another operator has to release it too.").waitFor();
  assert.equal(await page.getByRole("button", { name: "Release" }).count(), 0);
  const address = new URL(page.url()).pathname;

  const other = reporter.page;
  await call(reporter.context, "POST", "sign-in", second);
  await other.goto(address);
  await other.getByRole("button", { name: "Release" }).click();
  await other.getByLabel("Current password").fill(goodPassword);
  await other.getByRole("dialog").getByRole("button", { name: "Release" }).click();
  const [download] = await Promise.all([
    other.waitForEvent("download"),
    other.getByRole("link", { name: "Download the signed export" }).click(),
  ]);
  assert.match(download.suggestedFilename(), /^A\d+\.jsonl$/);

  const own = customer.page;
  await call(customer.context, "POST", "sign-in", { username, password: goodPassword });
  await own.goto("/settings");
  await own.getByRole("button", { name: "Account menu" }).click();
  await own.getByRole("menuitem", { name: "Decisions about your account" }).click();
  await own.getByText("Police of Kent").waitFor();
  assert.equal(await own.getByText("K-123").count(), 0);

  await page.goto("/operator/transparency");
  const requests = page.getByRole("table", { name: "Requests of authorities" });
  await requests.getByRole("row", { name: "Received 1" }).waitFor();
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.getByRole("button", { name: "Print" }).isVisible(), false);
  assert.equal(await page.getByRole("navigation").first().isVisible(), false);
  await page.emulateMedia({ media: "screen" });
  await page.goto("/operator/health");
  await page.getByText("as it was written").waitFor();
  for (const browser of [reporter, desk, customer]) assertNoFaults(browser, "status of 404");
});
