import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { assertNoFaults, openBrowser } from "../helpers/chromium.ts";
import { perFile, perTest } from "../helpers/fixtures.ts";
import { startPages } from "./pages.ts";
import { call, chooseSandbox, signUpHere } from "./people.ts";

const app = perFile(() => startPages());
const browser = perTest(() => openBrowser(app.url));
beforeEach(() => signUpHere(browser.context));

test("offline: the page says so, keeps what it shows and what was typed, and catches up by itself", async () => {
  const { page, context } = browser;
  const rent = { action: "rent", service: "whatsapp", country: "US" };
  const path = "/account/api/v1/rent";
  const order = await call<{ number: string }>(context, "POST", path, rent, "test");
  await page.goto("/rent?country=US&service=whatsapp");
  await chooseSandbox(page);
  await page.getByText("Waiting for the message").waitFor();
  await context.setOffline(true);
  await page.getByText("You are offline.").waitFor();
  await page.getByRole("button", { name: /^Rent for/ }).click();
  await page.getByText("No answer from the server. Check the connection, then try again.").waitFor();
  await page.getByText("Waiting for the message").waitFor();
  await context.setOffline(false);
  const sms = { to: order.number, text: "WhatsApp code 246-810", from: "WhatsApp" };
  await call(context, "POST", "/account/api/v1/sandbox/sms", sms, "test");
  await page.locator("[data-code]").filter({ hasText: "246-810" }).waitFor();
  await page.getByText("You are offline.").waitFor({ state: "detached" });
});

test("a fault of the server is told with its request's number, and tried again by a press", async () => {
  const { page } = browser;
  let isBroken = true;
  await page.route("**/dashboard/api/wallet/statement*", (route) =>
    isBroken
      ? route.fulfill({
          status: 500,
          json: { status: "error", code: "internal", message: "Something broke here.", request_id: "req-7" },
        })
      : route.continue(),
  );
  await page.goto("/wallet");
  const alert = page.getByRole("alert");
  await alert.getByText("This could not be loaded").waitFor();
  await alert.getByText("Request req-7").waitFor();
  isBroken = false;
  await alert.getByRole("button", { name: "Try again" }).click();
  await page.getByText("No transactions yet.").waitFor();
});

test("while a list loads the page says so; an empty one teaches the next step", async () => {
  const { page } = browser;
  let letGo = (): void => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route("**/account/api/v1/orders*", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/orders");
  await page.getByRole("status", { name: "Loading" }).first().waitFor();
  letGo();
  await page.getByText("No orders yet.").waitFor();
  await page.getByRole("link", { name: "Rent a number" }).click();
  await page.waitForURL("**/rent");
  await page.evaluate("history.pushState({}, '', '/nowhere'); dispatchEvent(new PopStateEvent('popstate'))");
  await page.getByRole("heading", { name: "Page not found" }).waitFor();
  assertNoFaults(browser);
});

test("by keyboard alone: skip to the content, find by the palette, rent, copy the code", async () => {
  const { page, context } = browser;
  await page.goto("/wallet");
  await chooseSandbox(page);
  await page.reload();
  await page.getByRole("heading", { name: "Wallet" }).waitFor();
  await page.keyboard.press("Tab");
  const focused = (): Promise<string> => page.evaluate<string>("document.activeElement.textContent");
  assert.equal(await focused(), "Skip to the content");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate("document.activeElement.id"), "content");

  await page.keyboard.press("Control+k");
  await page.getByRole("textbox", { name: "Search or go to" }).fill("whatsapp gb");
  await page.getByText("Rent WhatsApp in United Kingdom").waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/rent?country=GB&service=whatsapp&in=sandbox");
  const button = page.getByRole("button", { name: "Rent for ₦450.00 from Sandbox Pool" });
  await button.waitFor();
  for (let presses = 0; presses < 60 && !(await isFocused()); presses++) await page.keyboard.press("Tab");
  assert.ok(await isFocused(), "the button is reached by the tab key");
  const outline = await page.evaluate("getComputedStyle(document.activeElement).outlineStyle");
  assert.equal(outline, "solid", "the focus is seen");
  await page.keyboard.press("Enter");
  await page.getByText("Waiting for the message").waitFor();
  const [order] = await call<{ number: string }[]>(
    context,
    "GET",
    "/account/api/v1/orders",
    undefined,
    "test",
  );
  const sms = { to: order?.number, text: "WhatsApp code 135-791", from: "WhatsApp" };
  await call(context, "POST", "/account/api/v1/sandbox/sms", sms, "test");
  await page.locator("[data-code]").waitFor();
  const heard = page.locator("[aria-live=assertive]");
  assert.match((await heard.textContent()) ?? "", /135-791/, "those who listen are told");
  await page.keyboard.press("c");
  assert.equal(await page.evaluate("navigator.clipboard.readText()"), "135-791");

  await page.keyboard.press("Control+k");
  await page.getByRole("textbox", { name: "Search or go to" }).fill(order?.number.slice(2) ?? "");
  await page.getByRole("button").filter({ hasText: /^\+44/ }).first().waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: /^Order \d+/ }).waitFor();
  assertNoFaults(browser);

  function isFocused(): Promise<boolean> {
    return button.evaluate((element) => element.matches(":focus"));
  }
});
