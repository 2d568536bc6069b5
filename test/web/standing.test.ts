import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { addOperator } from "../helpers/browser.ts";
import { assertNoFaults, openBrowser } from "../helpers/chromium.ts";
import { perFile, perTest } from "../helpers/fixtures.ts";
import { startPages } from "./pages.ts";
import { call, signUpHere } from "./people.ts";

const app = perFile(() => startPages());
const operator = perFile(() => addOperator(app));
const browser = perTest(() => openBrowser(app.url));
const customer = perTest(() => openBrowser(app.url));
beforeEach(() => call(browser.context, "POST", "sign-in", operator));

test("a customer accepts the statement when it is due, asks to be known better, and the operator decides", async () => {
  const { username, accountId } = await signUpHere(customer.context);
  await app.db.rows(`update accounts set terms_version = '2020-01' where id = $1`, [accountId]);
  const { page } = customer;
  await page.goto("/rent");
  await page.getByRole("link", { name: "Read it" }).click();
  await page.getByRole("heading", { name: "Lawful use" }).waitFor();
  await page.getByRole("button", { name: "Accept" }).click();
  await page.getByText("Fill this in.").waitFor();
  await page.getByLabel("I have read this and accept it for the account").check();
  await page.getByRole("button", { name: "Accept" }).click();
  await page.getByText("Asked again").waitFor();
  assert.equal(await page.getByRole("link", { name: "Read it" }).count(), 0, "the banner is gone");

  await page.goto("/verification");
  await page.getByText("There are no requests.").waitFor();
  await page.getByRole("button", { name: "Send to the operator" }).click();
  await page.getByText("Fill this in.").waitFor();
  await page.getByLabel("Who you are and what for").fill("Ada, who tests her own app");
  const document = { name: "passport.pdf", mimeType: "application/pdf", buffer: Buffer.from("<html>") };
  const file = page.locator("input[type=file]");
  await file.setInputFiles(document);
  await page.getByRole("button", { name: "Send to the operator" }).click();
  await page.getByText(/send a PDF, JPEG or PNG/).waitFor();
  await file.setInputFiles({ ...document, buffer: Buffer.from("%PDF-1.7") });
  await page.getByRole("button", { name: "Send to the operator" }).click();
  await page.getByRole("region", { name: "Requests" }).getByText("Waiting").first().waitFor();

  const desk = browser.page;
  await desk.goto("/operator/verifications");
  await desk.getByRole("button", { name: `Look at the request of ${username}` }).click();
  const dialog = desk.getByRole("dialog", { name: `Request of ${username}` });
  await dialog.getByText("Ada, who tests her own app").waitFor();
  const download = desk.waitForEvent("download");
  await dialog.getByRole("button", { name: "Download the document" }).click();
  assert.equal((await download).suggestedFilename(), "passport.pdf");
  await dialog.getByLabel("Reason").fill("Passport seen");
  await dialog.getByRole("button", { name: "Decide" }).click();
  await dialog.waitFor({ state: "hidden" });
  await page.reload();
  await page.getByText("Passport seen").first().waitFor();
  await page.getByText("Verified (phone or document)").first().waitFor();

  await desk.goto("/operator/policies");
  await desk.getByRole("button", { name: "Add a policy" }).click();
  const policy = desk.getByRole("dialog", { name: "Who may rent it" });
  await policy.getByLabel("Service").fill("nonsense");
  await policy.getByLabel("Reason").fill("Reports");
  await policy.getByRole("button", { name: "Save" }).click();
  await policy.getByText('There is no service "nonsense"').waitFor();
  await policy.getByLabel("Service").fill("tinder");
  await policy.getByRole("button", { name: "Save" }).click();
  await policy.waitFor({ state: "hidden" });
  await desk.getByRole("region", { name: "Policies" }).getByText("tinder").waitFor();
  assertNoFaults(browser, "status of 400"); // The service that does not exist.
});
