import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { setOrderLimit } from "../../src/domain/wallet/set-order-limit.ts";
import { addTestMember, newestLink } from "../helpers/browser.ts";
import { clientFor } from "../helpers/client.ts";
import { rent } from "../helpers/orders.ts";
import { payIn } from "../helpers/credit.ts";
import { assertNoFaults, openBrowser } from "../helpers/chromium.ts";
import { perFile, perTest } from "../helpers/fixtures.ts";
import { startPages } from "./pages.ts";
import { call, chooseSandbox, goodPassword, signInByForm, signUpHere } from "./people.ts";

const app = perFile(() => startPages());
const browser = perTest(() => openBrowser(app.url));
const other = perTest(() => openBrowser(app.url, { width: 390, height: 844 }));

const unknownVisitor = "/dashboard/api/me";
/** What a page requested after its session had ended, before it was left. */
const sessionEnded = "401 (Unauthorized)";

test("a team: invited by link, joined on a phone, given another role, taken out; at once", async () => {
  const { page, context } = browser;
  const owner = await signUpHere(context);
  await page.goto("/team");
  await page.getByRole("button", { name: "Invite" }).click();
  const dialog = page.getByRole("dialog", { name: "Invite" });
  await dialog.getByLabel("E-mail").fill(owner.email);
  await dialog.getByRole("radio", { name: /^Viewer/ }).check();
  await dialog.getByRole("button", { name: "Invite" }).click();
  await dialog.getByText("Confirm your e-mail address before you invite anybody").waitFor();
  await call(context, "POST", "email/confirm", { token: await newestLink(app, owner.email) });
  await dialog.getByLabel("E-mail").fill("grace@example.com");
  await dialog.getByRole("button", { name: "Invite" }).click();
  const link = await dialog.getByRole("region", { name: "Invitation link" }).innerText();
  await dialog.getByRole("button", { name: "I have copied it" }).click();
  await page.getByRole("region", { name: "Invitations" }).last().getByText("grace@example.com").waitFor();

  const guest = other.page;
  await guest.goto(link);
  await guest.getByText(`You have been invited to ${owner.username} as Viewer.`).waitFor();
  await guest.getByLabel("Username").fill(`grace-${process.pid}`);
  await guest.getByRole("textbox", { name: "Password" }).fill(goodPassword);
  await guest.getByRole("button", { name: "Join" }).click();
  await guest.waitForURL("**/rent");
  assert.equal((await call<{ member: { role: string } }>(other.context, "GET", "me")).member.role, "viewer");

  await page.goto("/team");
  await page.getByLabel(`Role: grace-${process.pid}`).selectOption("developer");
  const raise = page.getByRole("dialog", { name: `Change grace-${process.pid}’s role to Developer?` });
  await raise.getByRole("button", { name: "Change role" }).click();
  await raise.getByText("Fill this in.").waitFor();
  await raise.getByLabel("Current password").fill(goodPassword);
  await raise.getByRole("button", { name: "Change role" }).click();
  await raise.waitFor({ state: "hidden" });
  await guest.goto("/api");
  await guest.getByRole("button", { name: "New key" }).waitFor();
  await call(other.context, "POST", "keys", { name: "her script" }, "test");
  await page.getByLabel(`Role: ${owner.username}`).selectOption("viewer");
  const question = page.getByRole("dialog");
  await question.getByRole("button", { name: "Change role" }).click();
  await question.getByText("An account needs at least one owner").waitFor();
  await question.getByRole("button", { name: "Cancel" }).click();
  await question.waitFor({ state: "hidden" });
  await page.getByRole("button", { name: `Remove grace-${process.pid}` }).click();
  await question.getByText("They know them: her script.").waitFor();
  assert.ok(await question.getByRole("checkbox", { name: "Revoke the API keys they created" }).isChecked());
  await question.getByRole("button", { name: "Remove" }).click();
  await page.getByText("1 key revoked, 0 invitations revoked.").waitFor();
  await page.getByText("grace@example.com").waitFor({ state: "detached" });
  await guest.goto("/orders");
  await guest.getByRole("heading", { name: "Sign in" }).waitFor();
  assertNoFaults(browser, "/dashboard/api/team");
  assertNoFaults(other, sessionEnded);
});

test("what the operator, a program or another member changes is on the open page without a reload", async () => {
  const { page, context } = browser;
  const { accountId } = await signUpHere(context);
  await page.goto("/rent?country=US");
  await page.getByRole("link", { name: "Spendable ₦0.00. Open the wallet." }).waitFor();
  await payIn(app, accountId, 250_000);
  await page.getByRole("link", { name: "Spendable ₦2,500.00. Open the wallet." }).waitFor();

  await chooseSandbox(page);
  const { key } = await call<{ key: string }>(context, "POST", "keys", { name: "script" }, "test");
  const client = clientFor(app, key);
  const { order_id: orderId, number } = await rent(client);
  const card = page.getByRole("article").filter({ hasText: "WhatsApp" });
  const shown = await card.locator("p.mono").first().innerText();
  assert.equal(shown.replace(/\D/g, ""), number);
  await page.getByRole("heading", { name: "Open now (1)" }).waitFor();
  await client.post("/cancel", { order_id: orderId });
  await card.getByText("₦450.00 is back in your wallet.").waitFor();

  await page.goto("/orders?in=sandbox");
  await page.getByRole("row").filter({ hasText: "Cancelled" }).waitFor();
  await rent(client, { service: "telegram" });
  const row = page.getByRole("row").filter({ hasText: "Telegram" });
  await row.getByText("₦450.00").filter({ visible: true }).first().waitFor();
  await row.getByText("Waiting").filter({ visible: true }).first().waitFor();

  await page.goto("/api?in=sandbox");
  await page.getByRole("row").filter({ hasText: "script" }).waitFor();
  const colleague = await (await addTestMember(app, accountId, "owner")).signIn();
  const made = await colleague.post("keys", { name: "from elsewhere" }, { mode: "test" });
  const line = page.getByRole("row").filter({ hasText: "from elsewhere" });
  await line.getByText("Active").waitFor();
  await colleague.call("DELETE", `keys/${(made.body.data as { id: number }).id}`);
  await page.getByRole("button", { name: "1 revoked or expired key" }).click();
  await line.getByText("Revoked").waitFor();
  const limit = { accountId, mode: "test", maxOpenOrders: 7, reason: "test", actor: "test" } as const;
  await setOrderLimit(app, limit);
  await page
    .getByRole("region", { name: "Limits" })
    .getByText(/of 7 left/)
    .waitFor();

  await page.goto("/team");
  await page.getByLabel("Role", { exact: false }).first().waitFor();
  await colleague.post("team/invitations", { email: "new@example.com", role: "viewer" });
  await page.getByRole("region", { name: "Invitations" }).last().getByText("new@example.com").waitFor();
  const third = await addTestMember(app, accountId, "viewer");
  await page.getByText(third.username).waitFor({ state: "detached" });
  await colleague.call("PATCH", `team/${third.id}`, { role: "billing" });
  await page.getByText(third.username).first().waitFor();
  assertNoFaults(browser);
});

test("sessions are listed and ended; a new password signs the others out", async () => {
  const { page, context } = browser;
  const { username } = await signUpHere(context);
  await signInByForm(other.page, username, goodPassword);
  await page.goto("/settings");
  const list = page.getByRole("region", { name: "Sessions" }).last();
  await list.getByText("(this one)").waitFor();
  await list.getByRole("button", { name: /^Sign out/ }).click();
  await list.getByRole("button", { name: /^Sign out/ }).waitFor({ state: "detached" });
  await other.page.goto("/wallet");
  await signInByForm(other.page, username, goodPassword);

  const password = "another long password 7";
  await page.getByRole("textbox", { name: "Current password" }).fill("wrong");
  await page.getByRole("textbox", { name: "New password" }).fill(password);
  await page.getByRole("button", { name: "Change password" }).click();
  await page.getByText("The password is wrong.").waitFor();
  assert.equal(await page.getByRole("textbox", { name: "New password" }).inputValue(), password);
  await page.getByRole("textbox", { name: "Current password" }).fill(goodPassword);
  await page.getByRole("button", { name: "Change password" }).click();
  await page.getByText("Changed. Your other sessions are signed out.").waitFor();
  await other.page.goto("/orders");
  await signInByForm(other.page, username, password);
  assertNoFaults(browser, "/dashboard/api/password/change");
  assertNoFaults(other, sessionEnded);
});

test("a new address counts once its link is opened; a forgotten password is set by a link", async () => {
  const { page, context } = browser;
  const { username } = await signUpHere(context);
  const email = `new-${username}@example.com`;
  await page.goto("/settings");
  await page.getByText("not confirmed", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Change e-mail" }).click();
  const dialog = page.getByRole("dialog", { name: "Change e-mail" });
  await dialog.getByLabel("New e-mail").fill("no address");
  await dialog.getByRole("textbox", { name: "Current password" }).fill(goodPassword);
  await dialog.getByRole("button", { name: "Change e-mail" }).click();
  await dialog.getByText('"no address" is not an e-mail address.').waitFor();
  await dialog.getByLabel("New e-mail").fill(email);
  await dialog.getByRole("button", { name: "Change e-mail" }).click();
  await dialog.waitFor({ state: "hidden" });
  await page.goto(`/confirm#token=${await newestLink(app, email)}`);
  await page.getByText(`${email} is confirmed.`).waitFor();

  const { page: phone } = other;
  await phone.goto("/forgot");
  await phone.getByLabel("E-mail").fill(email);
  await phone.getByRole("button", { name: "Send the link" }).click();
  await phone.getByText("Ask your operator for the link.").waitFor();
  await phone.goto(`/reset#token=${await newestLink(app, email)}`);
  await phone.getByRole("textbox", { name: "New password" }).fill("short");
  await phone.getByRole("button", { name: "Set password" }).click();
  await phone.getByText("A password has at least 10 characters.").waitFor();
  await phone.getByRole("textbox", { name: "New password" }).fill("a third long password");
  await phone.getByRole("button", { name: "Set password" }).click();
  await phone.getByText(`The password for ${username} has been changed.`).waitFor();
  await phone.getByText("1 other session").waitFor();
  await signInByForm(phone, email, "a third long password");
  assertNoFaults(browser, "/dashboard/api/email/change");
  assertNoFaults(other, unknownVisitor, "/dashboard/api/password/reset");
});

test("an address is confirmed on a telephone by the password as well, and what ended is listed", async () => {
  const { page, context } = browser;
  const { username, email } = await signUpHere(context);
  await call(context, "POST", "keys", { name: "first steps" }, "test");
  const { page: phone } = other;
  await phone.goto(`/confirm#token=${await newestLink(app, email)}`);
  await phone.getByText(`Enter the password of ${username} to confirm.`).waitFor();
  await phone.getByRole("link", { name: /^Set a new password/ }).waitFor();
  await phone.getByRole("textbox", { name: "Password" }).fill("not it");
  await phone.getByRole("button", { name: "Confirm" }).click();
  await phone.getByText("The password is wrong.").waitFor();
  await phone.getByRole("textbox", { name: "Password" }).fill(goodPassword);
  await phone.getByRole("button", { name: "Confirm" }).click();
  await phone.getByText(`${email} is confirmed.`).waitFor();
  const list = await phone.getByRole("list").innerText();
  assert.match(list, /1 other session\s+API key “first steps” \(zap_test_…/);
  await page.goto("/orders");
  await signInByForm(page, username, goodPassword);
  assertNoFaults(browser, unknownVisitor);
  assertNoFaults(other, unknownVisitor, "/email/confirm");
});

test("who only looks sees that something came for an order, and not what", async () => {
  const { context, page } = browser;
  const { email, accountId } = await signUpHere(context);
  await call(context, "POST", "email/confirm", { token: await newestLink(app, email) });
  const rent = { action: "rent", service: "whatsapp", country: "US" };
  const order = await call<{ order_id: string; number: string }>(
    context,
    "POST",
    "/account/api/v1/rent",
    rent,
    "test",
  );
  const sms = { to: order.number, text: "Your WhatsApp code is 481-920", from: "WhatsApp" };
  await call(context, "POST", "/account/api/v1/sandbox/sms", sms, "test");
  const viewer = await (await addTestMember(app, accountId, "viewer")).signIn();
  const { page: theirs, context: theirContext } = other;
  await theirContext.addCookies([{ name: "zap_session", value: viewer.cookie, url: app.url }]);
  for (const each of [page, theirs]) {
    await each.goto(`/orders?in=sandbox&order=${order.order_id}`);
  }
  await page.getByText("481-920").filter({ visible: true }).first().waitFor();
  await theirs.getByText("Codes and messages are shown to owners and developers.").waitFor();
  await theirs.goto("/rent?in=sandbox");
  await theirs.getByText("Codes and messages are shown to owners and developers.").waitFor();
  assert.ok(!(await theirs.content()).includes("481-920"));
  assertNoFaults(other);
});

test("the account's data is taken along, then the account is deleted", async () => {
  const { page, context } = browser;
  const { username, email } = await signUpHere(context);
  await page.goto("/settings");
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download" }).click();
  const data = JSON.parse(readFileSync(await (await coming).path(), "utf8")) as {
    account: { username: string };
    members: { email: string }[];
    test_postings: object[];
  };
  assert.equal(data.account.username, username);
  assert.equal(data.members[0]?.email, email);
  assert.equal(data.test_postings.length, 1);
  await page.getByRole("button", { name: "Delete the account" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete the account" });
  await dialog.getByRole("textbox").fill("wrong");
  await dialog.getByRole("button", { name: "Delete the account" }).click();
  await dialog.getByText("The password is wrong.").waitFor();
  await dialog.getByRole("textbox").fill(goodPassword);
  await dialog.getByRole("button", { name: "Delete the account" }).click();
  await page.waitForURL("**/sign-in");
  await page.getByLabel("Username or e-mail").fill(username);
  await page.getByRole("textbox", { name: "Password" }).fill(goodPassword);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByText("Wrong username or password.").waitFor();
  assertNoFaults(browser, "/dashboard/api/");
});
