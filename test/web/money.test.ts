import assert from "node:assert/strict";
import { test } from "node:test";
import { createFirstOperator } from "../../src/domain/members/create-operator.ts";
import { assertNoFaults, openBrowser } from "../helpers/chromium.ts";
import { perFile, perTest } from "../helpers/fixtures.ts";
import { startPages } from "./pages.ts";
import { call, goodPassword, signInByForm, signUpHere } from "./people.ts";

const app = perFile(() => startPages({ LARGE_AMOUNT: "10000.00" }));
const first = perFile(async () => (await createFirstOperator(app)) as { username: string; password: string });
const operator = perTest(() => openBrowser(app.url));
const customer = perTest(() => openBrowser(app.url, { width: 390, height: 844 }));

test("the operator's first password leads to one page alone: to choose another one", async () => {
  const { page } = operator;
  await signInByForm(page, first.username, first.password);
  await page.waitForURL("**/new-password");
  await page.goto("/operator/customers");
  await page.waitForURL("**/new-password");
  await page.getByRole("textbox", { name: "The password you were given" }).fill(first.password);
  await page.getByRole("textbox", { name: "New password" }).fill(first.password);
  await page.getByRole("button", { name: "Set password" }).click();
  await page.getByText("That is the password you have; choose another one.").waitFor();
  await page.getByRole("textbox", { name: "New password" }).fill(goodPassword);
  await page.getByRole("button", { name: "Set password" }).click();
  await page.waitForURL("**/operator");
  const steps = page.getByRole("region", { name: "First steps" });
  await steps.getByRole("listitem", { name: "Create a pool: done" }).waitFor();
  await steps.getByRole("listitem", { name: "Import numbers: to do" }).waitFor();
  await steps.getByRole("link", { name: "Create the first customer" }).click();
  await page.waitForURL("**/operator/customers");
  assertNoFaults(operator, "/dashboard/api/me", "/password/change");
});

test("money is booked once, large amounts are typed twice, a debt is named; who leaves with money decides what becomes of it", async () => {
  const { page } = operator;
  await call(operator.context, "POST", "sign-in", { username: first.username, password: goodPassword });
  const { accountId } = await signUpHere(customer.context);
  await page.goto(`/operator/customers/${accountId}`);
  const amount = page.getByLabel("Amount (NGN)");
  const book = page.getByRole("button", { name: "Credit or debit" });
  await amount.fill("12000");
  await page.getByLabel("Reason").fill("Top-up");
  await book.click();
  await page.getByText("Fill this in.").waitFor();
  await page.getByLabel("Reference").fill("Transfer 77");
  await book.click();
  await page.getByText("12000.00 is a large amount").waitFor();
  await page.getByLabel("Large amount: enter it again").fill("12000");
  await book.click();
  await page.getByText("Booked. Balance now ₦12,000.00.").waitFor();
  await amount.fill("100");
  await page.getByLabel("Reference").fill("transfer 77");
  await page.getByLabel("Reason").fill("Top-up");
  await book.click();
  await page.getByText('"transfer 77" was already booked').waitFor();
  await amount.fill("-12000.50");
  await page.getByLabel("Reference").fill("");
  await book.click();
  await page.getByLabel("Large amount: enter it again").fill("-12000.50");
  await book.click();
  await page.getByText("The wallet holds ₦12,000.00").waitFor();
  await page.getByLabel("Allow the balance to go below zero").waitFor();
  await amount.fill("-11000");
  await page.getByLabel("Large amount: enter it again").fill("-11000");
  await book.click();
  await page.getByText("Booked. Balance now ₦1,000.00.").waitFor();

  const { page: phone } = customer;
  await phone.goto("/settings");
  await phone.getByRole("button", { name: "Delete the account" }).click();
  const dialog = phone.getByRole("dialog", { name: "Delete the account" });
  await dialog.getByText("The wallet holds ₦1,000.00. What should happen to it?").waitFor();
  await dialog.getByRole("textbox").fill(goodPassword);
  await dialog.getByRole("button", { name: "Delete the account" }).click();
  await dialog.getByText("Choose one.").waitFor();
  await dialog.getByRole("radio", { name: "The operator pays it out to me" }).check();
  await dialog.getByRole("button", { name: "Delete the account" }).click();
  await dialog.getByText("Fill this in.").waitFor();
  await dialog.getByLabel("Where to").fill("Bank 0123456789, A. Person");
  await dialog.getByRole("button", { name: "Delete the account" }).click();
  await phone.waitForURL("**/sign-in");

  await page.goto("/operator/customers");
  await page.getByText("Closed, to be paid out").click();
  await page.getByRole("button", { name: "Show payment details" }).click();
  await page.getByText("Bank 0123456789, A. Person").waitFor();
  await amount.fill("-1000");
  await page.getByLabel("Reference").fill("Pay-out 1");
  await page.getByLabel("Reason").fill("Closed account");
  await book.click();
  await page.getByText("Booked. Balance now ₦0.00.").waitFor();
  await page.getByText("To be paid out", { exact: true }).waitFor({ state: "detached" });
  const statement = await app.db.rows<{ kind: string; reference: string | null }>(
    `select p.kind, p.reference from postings p join wallets w on w.id = p.wallet_id
     where w.account_id = $1 and w.mode = 'live' order by p.seq`,
    [accountId],
  );
  assert.deepEqual(
    statement.map(({ kind, reference }) => [kind, reference]),
    [
      ["credit", "Transfer 77"],
      ["adjustment", null],
      ["adjustment", "Pay-out 1"],
    ],
  );
  assertNoFaults(operator, "/credit");
  assertNoFaults(customer, "/dashboard/api/me");
});
