import { test } from "node:test";
import { addOperator } from "../helpers/browser.ts";
import { assertNoFaults, openBrowser } from "../helpers/chromium.ts";
import { payIn } from "../helpers/credit.ts";
import { perFile } from "../helpers/fixtures.ts";
import { stock } from "../helpers/stock.ts";
import { startPages } from "./pages.ts";
import { call, signUpHere } from "./people.ts";
import type { Rented } from "#api-answers/orders.ts";

const app = perFile(() => startPages());
const operator = perFile(() => addOperator(app));

test("the register: facts from a file, a wrong line told, numbers taken out; data protection is read", async () => {
  const numbers = await stock(app, 3);
  const browser = await openBrowser(app.url);
  const { page } = browser;
  const dialog = page.getByRole("dialog");
  const give = async (button: string, csv: string): Promise<void> => {
    await page.getByRole("button", { name: button }).click();
    await dialog.getByLabel("Or paste it here").fill(csv);
    await dialog.getByRole("button", { name: "Check" }).click();
  };
  try {
    await call(browser.context, "POST", "sign-in", operator);
    await page.goto("/operator/register");
    await page.getByText("nothing recorded").first().waitFor();
    const head = "number,owner,legal_basis,reference,since";
    const good = `${numbers[0]},Our Ltd,contract with the carrier,REG-1,2026-01-02`;
    await give("Import facts", `${head}\n${good}\n15559999999,Us,contract,,2026-01-02`);
    await dialog.getByText("is not in the inventory; import the number first").waitFor();
    await dialog.getByLabel("Or paste it here").fill(`${head}\n${good}`);
    await dialog.getByRole("button", { name: "Check" }).click();
    await dialog.getByRole("button", { name: "Record 1 number" }).click();
    await page.getByRole("cell", { name: /Our Ltd/ }).waitFor();

    await give("Take out numbers", `number,status,reason\n${numbers[1]},churned,list of May\n15558887777,,`);
    await dialog.getByText(/Will be taken out of sale: 1\. Out already: 0\. Not yours: 1\./).waitFor();
    await dialog.getByRole("button", { name: "Take out 1 number" }).click();
    await page.getByRole("cell", { name: /churned.*list of May/s }).waitFor();
    await page.goto("/operator/register?state=out");
    await page.getByText("list of May").waitFor();

    await page.goto("/operator/privacy");
    await page.getByRole("heading", { name: "Sessions and protection against guessing" }).waitFor();
    await page.getByText("30 days (MESSAGE_RETENTION_DAYS)").waitFor();
    await page.goto("/operator/health");
    await page.getByRole("heading", { name: "Safeguards" }).waitFor();
    assertNoFaults(browser);
  } finally {
    await browser.close();
  }
});

test("a certificate is shown with its order, and somebody who is not signed in checks it", async () => {
  await stock(app, 1, { first: 15550170000 });
  const browser = await openBrowser(app.url);
  const { page } = browser;
  try {
    const { accountId } = await signUpHere(browser.context);
    await payIn(app, accountId, 1_000_000);
    const body = { action: "rent", service: "whatsapp", country: "US" };
    const rented = await call<Rented>(browser.context, "POST", "/account/api/v1/rent", body);
    await page.goto(`/orders?order=${rented.order_id}`);
    await page.getByRole("button", { name: "Certificate" }).click();
    const text = page.getByRole("region", { name: "Certificate" });
    await text.waitFor();
    const signed = await text.innerText();

    await browser.context.clearCookies();
    await page.goto("/certificate");
    const field = page.getByLabel("The text of the certificate");
    await field.fill(signed);
    await page.getByRole("button", { name: "Check" }).click();
    await page.getByText("This certificate is genuine.").waitFor();
    await page.locator("dl.facts dd", { hasText: `+${rented.number.replace("+", "")}` }).waitFor();
    await field.fill(signed.replace("WhatsApp", "Telegram"));
    await page.getByRole("button", { name: "Check" }).click();
    await page.getByText("This is not a certificate of ours").waitFor();
    assertNoFaults(browser);
  } finally {
    await browser.close();
  }
});
