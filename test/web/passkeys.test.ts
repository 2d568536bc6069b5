import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Secret, TOTP } from "otpauth";
import type { CDPSession } from "playwright-core";
import { newestLink } from "../helpers/browser.ts";
import { assertNoFaults, openBrowser } from "../helpers/chromium.ts";
import { perFile, perTest } from "../helpers/fixtures.ts";
import { startPages } from "./pages.ts";
import { call, goodPassword, signUpHere } from "./people.ts";

const app = perFile(() => startPages());
// Passkeys are bound to names, and 127.0.0.1 is none.
const browser = perTest(() => openBrowser(app.url.replace("127.0.0.1", "localhost")));
let device: CDPSession;
beforeEach(async () => {
  device = await browser.context.newCDPSession(browser.page);
  await device.send("WebAuthn.enable");
});

/** A device that holds passkeys and verifies its user, like a laptop's fingerprint reader. */
async function plugIn(): Promise<string> {
  const options = {
    protocol: "ctap2",
    transport: "internal",
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  } as const;
  return (await device.send("WebAuthn.addVirtualAuthenticator", { options })).authenticatorId;
}

async function addPasskey(name: string, password = goodPassword): Promise<void> {
  const { page } = browser;
  await page.getByRole("button", { name: "Add a passkey" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a passkey" });
  await dialog.getByLabel("Name", { exact: true }).fill(name);
  await dialog.getByRole("textbox", { name: "Current password" }).fill(password);
  await dialog.getByRole("button", { name: "Continue" }).click();
}

const subjects = async (email: string): Promise<string[]> =>
  (
    await app.db.rows<{ subject: string }>(`select subject from outbox where recipient = $1 order by id`, [
      email,
    ])
  ).map(({ subject }) => subject);

/** Signed in on the settings page, with a confirmed address. */
async function settle() {
  const { context, page } = browser;
  const person = await signUpHere(context);
  await call(context, "POST", "email/confirm", { token: await newestLink(app, person.email) });
  await page.goto("/settings");
  return person;
}

test("passkeys are added by name, sign in without a password or a second factor, and are removed", async () => {
  const { page, context } = browser;
  const { email, username } = await settle();
  const first = await plugIn();
  await addPasskey("Laptop", "not my password");
  const dialog = page.getByRole("dialog", { name: "Add a passkey" });
  await dialog.getByText("The password is wrong.").waitFor();
  assert.equal(await dialog.getByLabel("Name", { exact: true }).inputValue(), "Laptop", "typed, so kept");
  await dialog.getByRole("textbox", { name: "Current password" }).fill(goodPassword);
  await dialog.getByRole("button", { name: "Continue" }).click();
  const list = page.getByRole("region", { name: "Passkeys" }).last();
  await list.getByText("Laptop").waitFor();

  await addPasskey("Laptop once more");
  await dialog.getByText("This device already has one of your passkeys.").waitFor();
  await page.keyboard.press("Escape");
  await device.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId: first });
  await plugIn();
  await addPasskey("Phone");
  await list.getByText("Phone").waitFor();

  const { secret } = await call<{ secret: string }>(context, "POST", "totp/begin", {
    password: goodPassword,
  });
  const codeNow = (): string =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: app.clock.now().getTime() });
  await call(context, "POST", "totp/enable", { code: codeNow() });
  await context.clearCookies();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.waitForURL("**/rent");
  const me = await call<{ member: { username: string } }>(context, "GET", "me");
  assert.equal(me.member.username, username);

  await page.goto("/settings");
  await page.getByRole("button", { name: "Remove Laptop" }).click();
  const removal = page.getByRole("dialog", { name: "Remove Laptop?" });
  await removal.getByRole("textbox", { name: "Current password" }).fill("not my password");
  await removal.getByRole("button", { name: "Remove" }).click();
  await removal.getByText("The password is wrong.").waitFor();
  await removal.getByRole("textbox", { name: "Current password" }).fill(goodPassword);
  await removal.getByRole("button", { name: "Remove" }).click();
  await removal.getByText("Enter the code of your authenticator").waitFor();
  app.clock.advance(30); // Each code is accepted once.
  await removal.getByLabel("Two-factor code").fill(codeNow());
  await removal.getByRole("button", { name: "Remove" }).click();
  await removal.waitFor({ state: "hidden" });
  const left = await call<{ name: string; last_used_at: string | null }[]>(context, "GET", "passkeys");
  assert.deepEqual(
    left.map(({ name, last_used_at: at }) => [name, at !== null]),
    [["Phone", true]],
  );
  assert.deepEqual(
    (await subjects(email)).filter((subject) => subject.startsWith("Your sign-in")),
    [
      "Your sign-in changed: the passkey “Laptop” was added",
      "Your sign-in changed: the passkey “Phone” was added",
      "Your sign-in changed: two-factor sign-in was turned on",
      "Your sign-in changed: the passkey “Laptop” was removed",
    ],
  );
  // The cookie was removed while a page was open.
  assertNoFaults(browser, "401 (Unauthorized)", "passkeys");
});

test("a passkey's answer is good once, soon, for whom it was asked, and only while its count goes up", async () => {
  const { page, context } = browser;
  // The form's field may offer passkeys too, and this device answers every request: only the button is tested here.
  await page.addInitScript({
    content: "PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false);",
  });
  await settle();
  await plugIn();
  await addPasskey("Laptop");
  await page.getByRole("region", { name: "Passkeys" }).last().getByText("Laptop").waitFor();

  await context.clearCookies();
  let sent: unknown;
  let delaySeconds = 0;
  await page.route("**/sign-in/passkey", (route) => {
    sent = route.request().postDataJSON();
    app.clock.advance(delaySeconds);
    return route.continue();
  });
  const press = async (): Promise<void> => {
    await page.goto("/sign-in");
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  };
  const replay = async (data = sent): Promise<string> => {
    const headers = { "x-requested-with": "zapotp" };
    const response = await context.request.post("/dashboard/api/sign-in/passkey", { data, headers });
    return ((await response.json()) as { code: string }).code;
  };
  await press();
  await page.waitForURL("**/rent");
  assert.equal(await replay(), "passkey_refused", "the challenge is used up");

  await context.clearCookies();
  delaySeconds = 601;
  await press();
  await page.getByText("The passkey could not be checked").waitFor();
  delaySeconds = 0;
  await press();
  await page.waitForURL("**/rent");

  // Somebody copied the passkey, and used it more often than its owner.
  await app.db.rows(`update passkeys set sign_count = 1000`);
  await context.clearCookies();
  await press();
  await page.getByText("The passkey could not be checked").waitFor();
  await app.db.rows(`delete from passkeys`);
  await press();
  await page.getByText("Nobody here has this passkey").waitFor();
  assert.equal((await context.cookies()).length, 0);
});

test("a device that does not make sure of its person signs nobody in", async () => {
  const { page, context } = browser;
  await settle();
  const authenticatorId = await plugIn();
  await addPasskey("Laptop");
  await page.getByRole("region", { name: "Passkeys" }).last().getByText("Laptop").waitFor();
  await context.clearCookies();
  await device.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false });
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.getByText("Cancelled, or it took too long.").waitFor();
  assert.equal((await context.cookies()).length, 0);
});

test("where the server has but an address, passkeys are not offered, and refused by name", async () => {
  const plain = await openBrowser(app.url);
  try {
    await signUpHere(plain.context);
    await plain.page.goto("/settings");
    await plain.page.getByText("Browsers keep passkeys by name, not by address").waitFor();
    assert.equal(await plain.page.getByRole("button", { name: "Add a passkey" }).count(), 0);
    await assert.rejects(
      call(plain.context, "POST", "sign-in/passkey/begin", {}),
      /PUBLIC_BASE_URL/,
      "the refusal names the way out",
    );
  } finally {
    await plain.close();
  }
});
