import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Secret, TOTP } from "otpauth";
import type { Page } from "playwright-core";
import type { TestApp } from "../helpers/app.ts";
import { addTestMember } from "../helpers/browser.ts";
import { startMailServer, type MailServer } from "../helpers/mail-server.ts";
import { addSource, stock } from "../helpers/stock.ts";
import { until } from "../helpers/until.ts";
import { assertNoFaults, openBrowser } from "../helpers/chromium.ts";
import { startPages } from "./pages.ts";
import { call, goodPassword } from "./people.ts";

let mail: MailServer;
let app: TestApp;
before(async () => {
  mail = await startMailServer();
  const settings = { SMTP_URL: mail.url, TOP_UP_INSTRUCTIONS: "Pay to account 0123456789." };
  app = await startPages(settings);
});
after(async () => {
  await app.close();
  mail.close();
});

/** The link to this page in the newest letter that has one, as a mail program reads it. */
async function mailedLink(page: string): Promise<string> {
  const find = (): string | undefined => {
    const texts = mail.letters.map((letter) => letter.replace(/=\n/g, "").replace(/=3D/g, "="));
    return texts.map((text) => new RegExp(`http\\S+/${page}#token=\\S+`).exec(text)?.[0]).findLast(Boolean);
  };
  await until(async () => find(), Boolean);
  return find() ?? "";
}

async function signUp(page: Page): Promise<void> {
  await page.goto("/sign-up");
  await page.getByRole("button", { name: "Sign up" }).click();
  assert.equal(await page.getByText("Fill this in.").count(), 3, "each field says what it lacks");
  assert.equal(await page.getByText("Accept this to continue.").count(), 1);
  await page.getByLabel("E-mail").fill("ada@example.com");
  await page.getByLabel("Username").fill("ada");
  await page.getByRole("textbox", { name: "Password" }).fill("short");
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Sign up" }).click();
  await page.getByText("A password has at least 10 characters.").waitFor();
  assert.equal(await page.getByLabel("E-mail").inputValue(), "ada@example.com", "nothing typed is lost");
  await page.getByRole("button", { name: "Read the whole statement" }).click();
  await page.getByRole("dialog").getByText("I use ZapOTP lawfully.").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("textbox", { name: "Password" }).fill(goodPassword);
  await page.getByRole("button", { name: "Sign up" }).click();
  await page.getByText("We sent a link to ada@example.com.").waitFor();
}

/** Turns two-factor on; returns its secret. */
async function setUpTwoFactor(page: Page): Promise<string> {
  await page.goto("/settings");
  await page.getByRole("button", { name: "Set up" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Current password" }).fill("wrong");
  await dialog.getByRole("button", { name: "Continue" }).click();
  await dialog.getByText("The password is wrong.").waitFor();
  await dialog.getByRole("textbox", { name: "Current password" }).fill(goodPassword);
  await dialog.getByRole("button", { name: "Continue" }).click();
  const secret = await dialog.getByLabel("Key", { exact: true }).inputValue();
  await dialog.getByLabel("Code from the app").fill("000000");
  await dialog.getByRole("button", { name: "Turn on" }).click();
  await dialog.getByText("The code is wrong").waitFor();
  await dialog.getByLabel("Code from the app").fill(codeOf(secret));
  await dialog.getByRole("button", { name: "Turn on" }).click();
  await page.getByRole("dialog", { name: "Recovery codes" }).waitFor();
  assert.equal(
    (await dialog.getByRole("region", { name: "Recovery codes" }).innerText()).split("\n").length,
    10,
  );
  await dialog.getByRole("button", { name: "I have saved them" }).click();
  return secret;
}

const codeOf = (secret: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: app.clock.now().getTime() });

async function signInWithCode(page: Page, secret: string): Promise<void> {
  app.clock.advance(30); // Each code is accepted once.
  await page.goto("/sign-in");
  await page.getByLabel("Username or e-mail").fill("ada@example.com");
  await page.getByRole("textbox", { name: "Password" }).fill(goodPassword);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByLabel("Two-factor code").fill(codeOf(secret));
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("**/rent");
}

async function makeKey(page: Page, secret: string): Promise<string> {
  await page.goto("/api");
  await page.getByRole("button", { name: "New key" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name", { exact: true }).fill("server");
  app.clock.advance(30); // Each code signs in once.
  await dialog.getByLabel("Current password").fill(goodPassword);
  await dialog.getByLabel("Two-factor code").fill(codeOf(secret));
  await dialog.getByRole("textbox", { name: "Allowed addresses" }).fill("no address");
  await dialog.getByRole("button", { name: "Create key" }).click();
  await dialog
    .getByText(/is no IP address|address or network/)
    .first()
    .waitFor();
  await dialog.getByRole("textbox", { name: "Allowed addresses" }).fill("127.0.0.1");
  await dialog.getByLabel("Daily cap").fill("1000");
  await dialog.getByRole("button", { name: "Create key" }).click();
  const key = await page.getByRole("region", { name: "API key" }).innerText();
  await page.getByRole("button", { name: "I have copied it" }).click();
  return key;
}

test("from signing up to a code: confirm by mail, two-factor, a key, a rent by HTTP, the code on the open page", async () => {
  const browser = await openBrowser(app.url);
  const { page, context } = browser;
  try {
    await signUp(page);
    await page.goto(await mailedLink("confirm"));
    await page.getByText("ada@example.com is confirmed.").waitFor();
    assert.equal(new URL(page.url()).hash, "", "the token is out of the address");
    const secret = await setUpTwoFactor(page);
    await context.clearCookies();
    await signInWithCode(page, secret);

    await page.getByRole("link", { name: /^Spendable ₦0\.00/ }).click();
    await page.getByText("Pay to account 0123456789.").waitFor();
    const { account } = await call<{ account: { id: number } }>(context, "GET", "me");
    const operator = await (await addTestMember(app, 0, "operator")).signIn();
    const credit = { mode: "live", amount: 5000, reason: "Bank transfer", reference: "transfer 17" };
    assert.equal((await operator.post(`operator/customers/${account.id}/credit`, credit)).status, 200);
    const [number] = await stock(app, 1);
    const source = await addSource(app);

    const key = await makeKey(page, secret);
    await page.goto("/rent");
    await page.getByText("No open numbers.").waitFor();
    const rented = (await (
      await fetch(`${app.url}/account/api/v1/rent`, {
        method: "POST",
        headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
        body: JSON.stringify({ action: "rent", service: "whatsapp", country: "US" }),
      })
    ).json()) as { data: { number: string; order_id: string } };
    assert.equal(rented.data.number, number);
    // The page learns of an order that a program rented, at the latest when its message comes.
    const codes = page.locator(`[data-order="${rented.data.order_id}"] [data-code]`);
    const took: number[] = [];
    for (const code of ["481-920", "481-921", "481-922"]) {
      const began = performance.now();
      const sms = { to: number, text: `WhatsApp code ${code}`, from: "WhatsApp", id: code };
      assert.equal((await source.send(sms)).status, 200);
      await codes.filter({ hasText: code }).waitFor();
      took.push(performance.now() - began);
      await page.getByText(`WhatsApp code ${code}`).waitFor();
    }
    // Learned from events: by polling every ten seconds, the page would have noticed each up to ten seconds later.
    const [, second = Infinity, third = Infinity] = took;
    assert.ok(second + third < 10_000, `the codes were there after ${took.map(Math.round).join(", ")} ms`);
    console.log(`the codes were there after ${took.map(Math.round).join(", ")} ms`);
    await page.getByRole("status").filter({ hasText: "481-922" }).first().waitFor({ state: "attached" });
    assert.match(await page.title(), /^481-922/);

    const keys = () => call<{ last_used_ip: string | null }[]>(context, "GET", "keys");
    await until(keys, ([made]) => made?.last_used_ip === "127.0.0.1"); // Uses are written in batches.
    await page.goto("/api");
    await page.getByText("from 127.0.0.1").waitFor();
    assertNoFaults(
      browser,
      "/dashboard/api/me", // Whoever is not signed in is told so.
      "/dashboard/api/sign-", // Two refusals that were provoked.
      "/totp/", // Two more.
      "/dashboard/api/keys",
    );
  } finally {
    await browser.close();
  }
});
