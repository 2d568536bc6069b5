import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { addOperator, newestLink } from "../helpers/browser.ts";
import { assertNoFaults, openBrowser } from "../helpers/chromium.ts";
import { perFile, perTest } from "../helpers/fixtures.ts";
import { until } from "../helpers/until.ts";
import { startPages } from "./pages.ts";
import { call, chooseSandbox, signUpHere } from "./people.ts";

const app = perFile(() => startPages());
const browser = perTest(() => openBrowser(app.url));
let username = "";
let email = "";
beforeEach(async () => {
  ({ username, email } = await signUpHere(browser.context));
});

const search = (): Locator => browser.page.getByRole("textbox", { name: "Search or go to" });

/** Opens the palette, and takes the first result for what is typed. */
async function take(words: string, result: string): Promise<void> {
  await browser.page.keyboard.press("Control+k");
  await search().fill(words);
  await browser.page.locator("[data-action]").filter({ hasText: result }).first().waitFor();
  await browser.page.keyboard.press("Enter");
  await search().waitFor({ state: "hidden" });
}

/** What has the focus: its label or text. */
const focused = (page: Page): Promise<string> =>
  page.evaluate<string>(
    "document.activeElement === document.body ? 'nothing' : document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent",
  );

const isFocused = (page: Page, name: RegExp): Promise<string> =>
  until(
    () => focused(page),
    (text) => name.test(text),
  );

test("Ctrl-K opens the palette in a field, in a dialog and on public pages; ? lists the shortcuts, but not while typing", async () => {
  const { page } = browser;
  await page.goto("/rent");
  const field = page.getByRole("textbox", { name: "Service" });
  await field.fill("wh");
  await field.press("?");
  assert.equal(await field.inputValue(), "wh?", "a question mark is typed");
  await page.keyboard.press("Control+k");
  await search().waitFor();
  assert.equal(await search().evaluate((element) => element.matches(":focus")), true);
  await page.keyboard.press("Escape");
  await search().waitFor({ state: "hidden" });
  assert.equal(await field.inputValue(), "wh?", "what was typed stays");

  await page.goto("/team");
  await page.getByRole("button", { name: "Invite" }).click();
  await page.getByRole("dialog").getByLabel("E-mail").press("Control+k");
  await search().waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog", { name: "Invite" }).waitFor();

  await page.goto("/docs/extract");
  await page.locator("h1").waitFor();
  await page.keyboard.press("?");
  const list = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await list.getByText("Search or go to anything").waitFor();
  await list.getByText("Show this list").waitFor();
  await page.keyboard.press("Escape");
  await list.waitFor({ state: "detached" });
  await take("balance", "Wallet");
  await page.waitForURL(/\/wallet(\?|$)/);
  assertNoFaults(browser);
});

test("the palette does things: appearance, mode, top up, a new key, signing out; other words find them too", async () => {
  const { page } = browser;
  await page.goto("/rent");
  await page.getByRole("heading", { name: "Rent" }).waitFor();
  await take("night", "Appearance: Dark");
  assert.equal(await page.locator("html").getAttribute("data-mantine-color-scheme"), "dark");
  await take("switch", "Switch to the sandbox");
  await page.getByText("Sandbox: play money").waitFor();
  await take("deposit top", "Top up");
  await page.waitForURL(/\/wallet(\?|$)/);
  await until(
    () => page.evaluate<string>("document.activeElement.id"),
    (id) => id === "top-up",
  );
  await take("new key", "New API key");
  await page.getByRole("dialog", { name: "New key" }).waitFor();
  assert.doesNotMatch(page.url(), /new=/, "a reload does not open it again");
  await page.keyboard.press("Escape");
  await take("2fa", "Settings");
  await page.waitForURL(/\/settings(\?|$)/);
  await take("log out", "Sign out");
  await page.waitForURL("**/sign-in");
});

test("an operator finds a customer by the palette", async () => {
  const { page, context } = browser;
  await call(context, "POST", "sign-in", await addOperator(app));
  await page.goto("/operator");
  await page.locator("h1").waitFor();
  await take(username, username);
  await page.waitForURL(/operator\/customers\/\d+$/);
  await page.getByRole("heading", { name: username }).waitFor();
  assertNoFaults(browser);
});

test("copying says so on the screen and to screen readers, by button and by shortcut, and when it fails", async () => {
  const { page, context } = browser;
  const rent = { action: "rent", service: "whatsapp", country: "US" };
  await page.goto("/rent");
  await chooseSandbox(page);
  const order = await call<{ number: string }>(context, "POST", "/account/api/v1/rent", rent, "test");
  const sms = { to: order.number, text: "WhatsApp code 135-791", from: "WhatsApp" };
  await page.getByText("Waiting for the message").waitFor();
  await call(context, "POST", "/account/api/v1/sandbox/sms", sms, "test");
  await until(
    () => page.title(),
    (title) => title.startsWith("135-791"),
  );
  const said = page.getByRole("status").filter({ hasText: "Copied to the clipboard" });
  await page.keyboard.press("c");
  await said.waitFor();
  await said.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Copy the number" }).click();
  await said.waitFor();
  await page.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))");
  await page.keyboard.press("c");
  await page.getByRole("status").filter({ hasText: "did not allow copying" }).waitFor();
  assertNoFaults(browser);
});

test("a notice covers neither the balance, the menus nor the navigation, wide and on a phone", async () => {
  const { page } = browser;
  for (const viewport of [
    { width: 1280, height: 900 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(viewport);
    await page.goto("/wallet");
    const low = page.getByLabel("Amount in NGN");
    await low.fill("123");
    await low.press("Enter");
    const notice = page.getByRole("alert").filter({ hasText: "Saved." });
    await notice.waitFor();
    const box = (await notice.boundingBox()) as Box;
    assert.ok(box.y + box.height <= viewport.height, "the whole notice is on the screen");
    for (const selector of ["header", "nav", "header a", "header button"])
      for (const element of await page.locator(selector).filter({ visible: true }).all())
        assert.ok(!meets(box, (await element.boundingBox()) as Box), `${selector} at ${viewport.width} px`);
  }
  assertNoFaults(browser);
});

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
const meets = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

test("a closed dialog gives the focus back to its button; after a row has gone the next one has it, then the heading", async () => {
  const { page, context } = browser;
  for (const name of ["first", "second"]) await call(context, "POST", "keys", { name }, "test");
  await page.goto("/api");
  await chooseSandbox(page);
  const section = page.getByRole("region", { name: "Keys" }).first();
  await section.getByText("first", { exact: true }).waitFor();
  await section.getByRole("button", { name: "New key" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "New key" }).waitFor();
  await page.keyboard.press("Escape");
  await isFocused(page, /^New key$/);

  await call(context, "POST", "email/confirm", { token: await newestLink(app, email) });
  const invite = async (address: string): Promise<unknown> =>
    call(context, "POST", "team/invitations", { email: address, role: "viewer" });
  for (const name of ["a", "b"]) await invite(`${name}-${username}@example.com`);
  await page.goto("/team");
  const revoke = page.getByRole("button", { name: /^Revoke/ });
  await revoke.nth(1).waitFor();
  for (const left of [1, 0]) {
    await revoke.first().focus();
    await page.keyboard.press("Enter");
    await until(
      () => revoke.count(),
      (count) => count === left,
    );
    await isFocused(page, left === 1 ? /^Revoke/ : /Team|Invitations|Invite/);
  }
  assertNoFaults(browser);
});
