import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { beforeEach, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { Secret, TOTP } from "otpauth";
import { assertNoFaults, openBrowser } from "../helpers/chromium.ts";
import { perFile, perTest } from "../helpers/fixtures.ts";
import { startPages } from "./pages.ts";
import { addOperator, newestLink } from "../helpers/browser.ts";
import { call, chooseSandbox, goodPassword, signInByForm, signUpHere } from "./people.ts";

// Secrets that are shown once: an API key, recovery codes, an invitation, a source's address and secret. None of them
// is lost by a key, a click, going back or a narrow screen.

const narrow = 320;
const app = perFile(() => startPages());
const browser = perTest(() => openBrowser(app.url, { width: narrow, height: 640 }));
beforeEach(() => {
  browser.page.on("dialog", (asked) => asked.dismiss()); // The browser asks whether to leave the page.
});

/** Tries every way out of the dialog except its own button, and every way to save what it shows. */
async function assertKept(page: Page, title: string, names: string[], done: string): Promise<string[]> {
  const dialog = page.getByRole("dialog", { name: title });
  await dialog.waitFor();
  const values: string[] = [];
  for (const name of names) {
    const secret = dialog.getByRole("region", { name });
    values.push(await secret.innerText());
    await assertNothingCutOff(secret);
    await dialog.getByRole("button", { name: `Copy: ${name}` }).click();
    assert.equal(await page.evaluate("navigator.clipboard.readText()"), values.at(-1));
  }
  await page.keyboard.press("Escape");
  await page.mouse.click(4, 4);
  await page.evaluate("history.back()");
  await page.waitForTimeout(300);
  assert.ok(await dialog.isVisible(), "it is still there");
  assert.deepEqual(
    await Promise.all(names.map((name) => dialog.getByRole("region", { name }).innerText())),
    values,
  );
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: "Download" }).click(),
  ]);
  const file = readFileSync(await download.path(), "utf8");
  for (const value of values) assert.ok(file.includes(value), "the file has it");
  await assertPrintsAlone(page, dialog, names);
  await dialog.getByRole("button", { name: done }).click();
  await dialog.waitFor({ state: "detached" });
  return values;
}

async function assertNothingCutOff(secret: Locator): Promise<void> {
  const sizes = await secret.evaluate((element) => {
    const { left, right } = element.getBoundingClientRect();
    return { inner: element.scrollWidth - element.clientWidth, left, right };
  });
  assert.ok(sizes.inner <= 0 && sizes.left >= 0 && sizes.right <= narrow, JSON.stringify(sizes));
}

async function assertPrintsAlone(page: Page, dialog: Locator, names: string[]): Promise<void> {
  await page.emulateMedia({ media: "print" });
  for (const name of names) assert.ok(await dialog.getByRole("region", { name }).isVisible(), name);
  assert.equal(await page.locator("main").first().isVisible(), false, "the page behind it is not printed");
  assert.equal(await dialog.getByRole("button", { name: "Print" }).isVisible(), false);
  await page.emulateMedia({ media: "screen" });
}

test("an API key and an invitation are shown until their own button is pressed, copied, saved and printed", async () => {
  const { page, context } = browser;
  const { email } = await signUpHere(context);
  await call(context, "POST", "email/confirm", { token: await newestLink(app, email) });
  await page.goto("/team");
  await page.getByRole("button", { name: "Invite" }).first().click();
  const form = page.getByRole("dialog");
  await form.getByLabel("E-mail").fill("bob@example.com");
  await form.getByRole("radio", { name: /^Viewer/ }).check();
  await form.getByRole("button", { name: "Invite" }).click();
  const [link = ""] = await assertKept(page, "Invite", ["Invitation link"], "I have copied it");
  assert.match(link, /^http\S+#token=/);

  await page.goto("/api");
  await chooseSandbox(page);
  await page.getByRole("button", { name: "New key" }).click();
  await page.getByLabel("Name", { exact: true }).fill("server");
  await page.getByRole("button", { name: "Create key" }).click();
  const [key = ""] = await assertKept(page, "Your new key", ["API key"], "I have copied it");
  assert.match(key, /^zap_test_/);
  assertNoFaults(browser);
});

test("recovery codes are whole on the narrowest screen, and kept until they are saved", async () => {
  const { page, context } = browser;
  await signUpHere(context);
  await page.goto("/settings");
  await page.getByRole("button", { name: "Set up" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Current password" }).fill(goodPassword);
  await dialog.getByRole("button", { name: "Continue" }).click();
  const secret = Secret.fromBase32(await dialog.getByLabel("Key", { exact: true }).inputValue());
  const timestamp = app.clock.now().getTime();
  await dialog.getByLabel("Code from the app").fill(new TOTP({ secret }).generate({ timestamp }));
  await dialog.getByRole("button", { name: "Turn on" }).click();
  const [codes = ""] = await assertKept(page, "Recovery codes", ["Recovery codes"], "I have saved them");
  assert.equal(codes.split("\n").length, 10);
  assertNoFaults(browser);
});

test("a source's address and secret are both shown, and neither is lost", async () => {
  const { page } = browser;
  const { username, password } = await addOperator(app);
  await signInByForm(page, username, password);
  await page.goto("/operator/sources");
  await page.getByRole("button", { name: "New source" }).click();
  const form = page.getByRole("dialog", { name: "New source" });
  await form.getByLabel("Name").fill("Gateway");
  await form.getByRole("button", { name: "New source" }).click();
  const names = ["Address for its messages", "Secret"];
  const [url = "", secret = ""] = await assertKept(page, "Sources", names, "I have copied it");
  assert.match(url, /\/in\/generic\/\d+\/in_/);
  assert.ok(secret.length > 10);
  assertNoFaults(browser);
});
