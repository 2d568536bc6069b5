import assert from "node:assert/strict";
import { test } from "node:test";
import { assertNoFaults, openBrowser } from "../helpers/chromium.ts";
import { perFile, perTest } from "../helpers/fixtures.ts";
import { startPages } from "./pages.ts";
import { call, chooseSandbox, goodPassword, signInByForm, signUpHere } from "./people.ts";

const app = perFile(() => startPages({ SANDBOX_MESSAGE_SECONDS: "1" }));
const browser = perTest(() => openBrowser(app.url));

/** The sign-in page discovers that nobody is signed in. */
const unknownVisitor = "/dashboard/api/me";

test("sign in, rent in the sandbox: the code appears on the open page by itself, and is copied by c", async () => {
  const { page, context } = browser;
  const { username } = await signUpHere(context);
  await context.clearCookies();
  await signInByForm(page, username, goodPassword);
  await chooseSandbox(page);
  await page.getByRole("textbox", { name: "Service" }).fill("whatsapp");
  await page.getByRole("button", { name: /^WhatsApp ₦/ }).click();
  await page
    .getByRole("button", { name: /^Rent for/ })
    .first()
    .click();
  await page.getByText("Waiting for the message").waitFor();
  const code = (await page.locator("[data-code]").first().textContent()) ?? "";
  assert.match(code, /\d{3}/);
  assert.ok((await page.title()).startsWith(code), `the tab says ${await page.title()}`);
  await page.keyboard.press("c");
  assert.equal(await page.evaluate<string>("navigator.clipboard.readText()"), code);
  assertNoFaults(browser, unknownVisitor);
});

test("cancel by hand shows the refund, and the money is back", async () => {
  const { page, context } = browser;
  await signUpHere(context);
  await page.goto("/rent?country=US&service=test-no-sms&in=sandbox");
  await page
    .getByRole("button", { name: /^Rent for/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByText("₦450.00 is back in your wallet.").waitFor();
  const wallet = await call<{ held: number }>(context, "GET", "wallet", undefined, "test");
  assert.equal(wallet.held, 0);
  assertNoFaults(browser);
});

test("a key is made on the page, shown once, and works by HTTP", async () => {
  const { page, context } = browser;
  const { username } = await signUpHere(context);
  await page.goto("/api");
  await chooseSandbox(page);
  await page.getByRole("button", { name: "New key" }).click();
  await page.getByRole("button", { name: "Create key" }).click();
  await page.getByText("Fill this in.").waitFor();
  await page.getByLabel("Name", { exact: true }).fill("server");
  await page.getByRole("button", { name: "Create key" }).click();
  const key = await page.getByRole("region", { name: "API key" }).innerText();
  const headers = { authorization: `Bearer ${key}` };
  const answer = (await (await fetch(`${app.url}/account/api/v1/user`, { headers })).json()) as {
    data: { username: string };
  };
  assert.equal(answer.data.username, username);
  await page.getByRole("button", { name: "I have copied it" }).click();
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page.getByText(/HTTP 200/).waitFor();
  assert.ok(!(await page.getByRole("region", { name: "Keys" }).last().innerText()).includes(key));
  assertNoFaults(browser);
});

test("an ended session asks to sign in over the page; what was typed is still there", async () => {
  const { page, context } = browser;
  const { username } = await signUpHere(context);
  await page.goto("/api");
  await page.getByRole("button", { name: "New key" }).click();
  await page.getByLabel("Name", { exact: true }).fill("kept");
  await page.getByLabel("Current password").fill(goodPassword);
  await context.clearCookies();
  await page.getByRole("button", { name: "Create key" }).click();
  const dialog = page.getByRole("dialog", { name: "Sign in again" });
  assert.equal(await dialog.getByLabel("Username or e-mail").inputValue(), username);
  await dialog.getByRole("textbox", { name: "Password" }).fill(goodPassword);
  await dialog.getByRole("button", { name: "Sign in" }).click();
  await dialog.waitFor({ state: "hidden" });
  assert.equal(await page.getByLabel("Name", { exact: true }).inputValue(), "kept");
});
