import assert from "node:assert/strict";
import { test } from "node:test";
import { secondBounds } from "../../src/domain/catalog/outcomes.ts";
import { addTestMember, goodPassword as memberPassword } from "../helpers/browser.ts";
import { payIn } from "../helpers/credit.ts";
import { stock } from "../helpers/stock.ts";
import { assertNoFaults, openBrowser } from "../helpers/chromium.ts";
import { perFile, perTest } from "../helpers/fixtures.ts";
import { until } from "../helpers/until.ts";
import { startPages } from "./pages.ts";
import { call, chooseSandbox, signInByForm, signUpHere } from "./people.ts";

const app = perFile(() => startPages({ SANDBOX_MESSAGE_SECONDS: "1" }));
const browser = perTest(() => openBrowser(app.url));

/** On the Rent page, in the sandbox. */
async function openSandbox(): Promise<void> {
  await signUpHere(browser.context);
  await browser.page.goto("/rent?in=sandbox");
}

async function rentHere(service: string, country = "US"): Promise<void> {
  const { page } = browser;
  await page.goto(`/rent?country=${country}&service=${service}&in=sandbox`);
  await page
    .getByRole("button", { name: /^Rent for/ })
    .first()
    .click();
}

/** A pool's recent outcomes, as counting its orders would have produced them; codes came within `seconds`. */
async function judge(poolId: number, delivered: number, failed: number, seconds: number): Promise<void> {
  const counts = [...secondBounds, 0].map((bound) => (bound === seconds ? delivered : 0));
  await app.db.rows(
    `insert into outcomes (pool_id, country, service_id, day, delivered, failed, seconds)
     select $1, 'US', id, $2, $3, $4, $5 from services where slug = 'whatsapp'`,
    [poolId, app.clock.now(), delivered, failed, counts],
  );
}

test("pools tell price, success with its sample, median and stock; the best one is marked", async () => {
  const { page, context } = browser;
  const operator = await (await addTestMember(app, 0, "operator")).signIn();
  const made = await operator.post("operator/pools", { name: "Premium", provider: "global", price: 620 });
  const { id: premium } = made.body.data as { id: number };
  await stock(app, 3);
  await stock(app, 2, { poolId: premium, first: 15550900000 });
  await judge(1, 30, 30, 12);
  await judge(premium, 97, 3, 6);
  await signUpHere(context);
  await page.goto("/rent?country=US&service=whatsapp");
  const rows = page.getByRole("table").getByRole("row");
  await rows.nth(2).waitFor();
  const texts = (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, " "));
  assert.match(texts[1] ?? "", /^Premium Best choice .*₦620\.00 97 % of 100 6 s 2 Rent/);
  assert.match(texts[2] ?? "", /^Standard .*₦450\.00 50 % of 60 12 s 3 Rent/);
  assert.doesNotMatch(texts[2] ?? "", /Best/);
  await page.getByRole("button", { name: "Rent for ₦620.00 from Premium" }).click();
  await page.getByRole("link", { name: "Open the wallet", exact: true }).click();
  await page.waitForURL("**/wallet");
  assertNoFaults(browser, "/account/api/v1/rent");
});

test("several numbers at once: each has its card, its code and its actions; another code, finish, report", async () => {
  const { page, context } = browser;
  await openSandbox();
  await rentHere("whatsapp");
  await rentHere("test-no-sms");
  await rentHere("telegram", "GB");
  await page.getByRole("heading", { name: "Open now (3)" }).waitFor();
  const card = (name: string) => page.getByRole("article").filter({ hasText: name });
  const whatsapp = card("WhatsApp");
  const silent = card("Test: no message comes");
  await whatsapp.locator("[data-code]").first().waitFor();
  await card("Telegram").locator("[data-code]").first().waitFor();
  await silent.getByText("Waiting for the message").waitFor();

  await whatsapp.getByRole("button", { name: "Another code" }).click();
  await whatsapp.getByText("Waiting for another code").waitFor();
  await whatsapp.getByText("Earlier code").waitFor(); // Nobody mistakes it for the one that is awaited.
  await whatsapp.getByText("Waiting for another code").waitFor({ state: "detached" }); // The sandbox sends one.
  assert.equal(await whatsapp.locator("[data-code]").count(), 2);
  assert.equal(await whatsapp.getByText("Earlier code").count(), 1);
  const number = (await whatsapp.locator("p.mono").innerText()).replace(/\D/g, "");
  const sms = { to: number, text: "Your WhatsApp code: 777-888", from: "WhatsApp" };
  await call(context, "POST", "/account/api/v1/sandbox/sms", sms, "test");
  await whatsapp.locator("[data-code]").filter({ hasText: "777-888" }).waitFor();
  assert.equal(await whatsapp.locator("[data-code]").first().innerText(), "777-888", "the newest on top");
  await whatsapp.getByRole("button", { name: "Finish" }).click();
  await whatsapp.getByText("Finished").waitFor();

  await silent.getByRole("button", { name: "Report" }).click();
  const dialog = page.getByRole("dialog", { name: "What is wrong with this number?" });
  assert.equal(await dialog.getByRole("radio", { checked: true }).count(), 0, "nothing is chosen beforehand");
  await dialog.getByRole("button", { name: "Report" }).click();
  await dialog.getByText("Choose what is wrong.").waitFor();
  await dialog.getByRole("radio", { name: "other" }).check();
  await dialog.getByRole("button", { name: "Report" }).click();
  await dialog.getByText("Fill this in.").waitFor();
  await dialog.getByLabel("Reason").fill("used before");
  await dialog.getByRole("button", { name: "Report" }).click();
  await silent.getByText("₦450.00 is back in your wallet.").waitFor();
  await silent.getByRole("button", { name: "Dismiss" }).click();
  await silent.waitFor({ state: "detached" });
  await page.getByRole("heading", { name: "Open now (1)" }).waitFor();
  assertNoFaults(browser);
});

test("numbers are grouped for reading and copied as digits, or with + where one wants it", async () => {
  const { page } = browser;
  await openSandbox();
  await rentHere("test-no-sms");
  const shown = await page.getByRole("article").locator("p.mono").innerText();
  assert.match(shown, /^\+1 \d{3} \d{3} \d{4}$/);
  const copied = async (): Promise<string> => {
    await page.getByRole("button", { name: "Copy the number" }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    return page.evaluate<string>("navigator.clipboard.readText()");
  };
  assert.equal(await copied(), shown.replace(/\D/g, ""));
  await page.getByRole("button", { name: "Sound and notifications" }).click();
  await page.getByRole("switch", { name: "Copy numbers with +" }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Copy the number" }).waitFor();
  assert.equal(await copied(), `+${shown.replace(/\D/g, "")}`);
  assertNoFaults(browser);
});

test("the last minute says what will happen; then the card says that the money is back, and when", async () => {
  const { page } = browser;
  await openSandbox();
  await rentHere("test-no-sms");
  const article = page.getByRole("article");
  await article.getByText(/^(19:\d\d|20:00) left$/).waitFor();
  assert.equal(await article.getByText(/refund/).count(), 0);
  await app.db.rows(`update orders set expires_at = $1 where status = 'PENDING'`, [
    new Date(app.clock.now().getTime() + 50_000),
  ]);
  await page.reload();
  await article.getByText(/^0:\d\d left/).waitFor();
  await article.getByText(/refund ₦450\.00 at \d\d:\d\d/).waitFor();
  app.clock.advance(60);
  await article.getByText("₦450.00 is back in your wallet.").waitFor();
  await article.getByText("Expired").waitFor();
  await article.getByRole("link", { name: /^Refunded at \d\d:\d\d/ }).click();
  await page.getByRole("region", { name: "Statement" }).last().getByText("Released").waitFor();
  assertNoFaults(browser);
});

test("favourites and what was used lately come first, and stay", async () => {
  const { page } = browser;
  await openSandbox();
  const first = page.getByRole("list", { name: "Service" }).getByRole("button", { name: /₦/ }).first();
  await page.getByRole("textbox", { name: "Service" }).fill("viber");
  await page.getByRole("button", { name: "Make Viber a favourite" }).click();
  await rentHere("zalo", "GB");
  await page.getByRole("article").waitFor();
  await page.goto("/rent?in=sandbox");
  await first.waitFor();
  const names = await page
    .getByRole("list", { name: "Service" })
    .getByRole("button", { name: /₦/ })
    .allInnerTexts();
  assert.deepEqual(
    names.slice(0, 2).map((text) => text.split("\n")[0]),
    ["Viber", "Zalo"],
  );
  assert.match(await page.getByRole("group", { name: "Recently used" }).innerText(), /^GB/);
  assertNoFaults(browser);
});

test("a code is announced by sound and by a desktop notice where one wants it", async () => {
  const { page, context } = browser;
  // Records what the desktop would show and the speaker would play.
  await page.addInitScript(`
    window.said = [];
    window.Notification = class extends EventTarget {
      static permission = "granted";
      static requestPermission = async () => "granted";
      constructor(title) { super(); window.said.push(title); }
    };
    const create = AudioContext.prototype.createOscillator;
    AudioContext.prototype.createOscillator = function () { window.said.push("tone"); return create.call(this); };
    Object.defineProperty(document, "hidden", { get: () => true });
  `);
  await signUpHere(context);
  await rentHere("whatsapp");
  await page.locator("[data-code]").first().waitFor();
  assert.deepEqual(await page.evaluate("window.said"), [], "quiet, unless one wants to be told");
  await page.getByRole("button", { name: "Sound and notifications" }).click();
  await page.getByRole("switch", { name: "Play a sound when a code arrives" }).click();
  await page.getByRole("switch", { name: "Show a desktop notification" }).click();
  await rentHere("telegram");
  const code = await page
    .getByRole("article")
    .filter({ hasText: "Telegram" })
    .locator("[data-code]")
    .innerText();
  const said = await page.evaluate<string[]>("window.said");
  assert.deepEqual(said, ["tone", "tone", `Code for Telegram: ${code}`]);
});

test("why there is no number, and what to do instead", async () => {
  const { page } = browser;
  await openSandbox();
  await rentHere("test-supplier-down");
  await page.getByRole("alert").getByText("Nothing was charged. Another pool may work now.").waitFor();
  await page.goto("/rent?country=US&service=test-no-numbers&in=sandbox");
  await page.getByText("No number is in stock here now. Try another country").waitFor();
  await page.goto("/rent?country=US&service=monzo&in=sandbox");
  await page.getByRole("alert").getByText("is restricted here").waitFor();
  await page.getByRole("link", { name: "Read what is allowed" }).click();
  await page.getByText("I use ZapOTP lawfully.").waitFor();
  assertNoFaults(browser, "/account/api/v1/");
});

test("a viewer looks, and cannot rent", async () => {
  const { page } = browser;
  const account = await app.account();
  const viewer = await addTestMember(app, account.accountId, "viewer");
  await signInByForm(page, viewer.username, memberPassword);
  await page.goto("/rent?country=US&service=whatsapp");
  await page.getByText("Your role cannot rent numbers.").waitFor();
  for (const button of await page.getByRole("button", { name: /^Rent for/ }).all())
    assert.equal(await button.isDisabled(), true);
  await page.goto("/api");
  await page.getByText("Your role cannot manage keys.").waitFor();
  assert.equal(await page.getByRole("button", { name: "New key" }).count(), 0);
  assertNoFaults(browser, "/dashboard/api/me");
});

test("codes are copied as shown, or as digits where one wants it; the card has the order's id and price", async () => {
  const { page } = browser;
  await openSandbox();
  await rentHere("whatsapp");
  const card = page.getByRole("article");
  const code = await card.locator("[data-code]").innerText();
  assert.match(code, /^\d{3}-\d{3}$/);
  await card.getByText(/^Order \d+ · ₦450\.00$/).waitFor();
  const copied = async (): Promise<string> => {
    await card.getByRole("button", { name: `Copy the code ${code}` }).click();
    return page.evaluate<string>("navigator.clipboard.readText()");
  };
  assert.equal(await copied(), code);
  await page.getByRole("button", { name: "Sound and notifications" }).click();
  await page.getByRole("switch", { name: "Copy codes as digits only" }).click();
  await page.keyboard.press("Escape");
  assert.equal(await copied(), code.replace("-", ""));
  assertNoFaults(browser);
});

test("a late code says so and is not taken for a current one; the same number kind is rented again", async () => {
  const { page } = browser;
  await openSandbox();
  await rentHere("test-late-code");
  const card = page.getByRole("article").last();
  await card.getByText("Waiting for the message").waitFor();
  app.clock.advance(11);
  await card.getByText("Expired").waitFor();
  app.clock.advance(3);
  await card.getByText("Late: came after the order had ended").waitFor();
  assert.match(await page.title(), /^Rent a number/, "the tab has no code that is of no use");
  const size = await page.evaluate(`getComputedStyle(document.querySelector("[data-code]")).fontSize`);
  assert.equal(size, "20px", "it is not shown as a current code is");
  await card.getByRole("button", { name: "Rent again for ₦450.00" }).click();
  await page.getByRole("heading", { name: "Open now (1)" }).waitFor();
  await page.getByText("Waiting for the message").waitFor();
  assertNoFaults(browser);
});

test("a search forgives typing errors and knows other names; what is restricted or missing is said", async () => {
  const { page } = browser;
  await openSandbox();
  await page.goto("/rent?country=US&service=whatsapp&in=sandbox");
  const pools = page.getByRole("heading", { name: "WhatsApp in United States" });
  await pools.waitFor();
  const search = page.getByRole("textbox", { name: "Service" });
  const list = page.getByRole("list", { name: "Service" });
  const first = list.getByRole("button", { name: /₦|restricted/ }).first();
  for (const [typed, found] of [
    ["watsapp", /^WhatsApp\b.*₦/],
    ["what's app", /^WhatsApp\b.*₦/],
    ["chatgpt", /^OpenAI\b.*₦/],
    ["fb", /^Facebook\b.*₦/],
    ["telegarm", /^Telegram\b.*₦/],
    ["monzo", /^Monzo\b.*restricted/],
    ["qqqqqqqqqqqq", /^Any other\b.*₦/],
  ] as const) {
    await search.fill(typed);
    await first.and(list.getByRole("button", { name: found })).waitFor();
  }
  await list.getByText("No service found. “Any other” takes the code").waitFor();
  assert.equal(await pools.count(), 0, "pools do not stay under a search that finds nothing");
  assert.equal(await page.getByRole("button", { name: /^Rent for/ }).count(), 0);
  await first.click();
  await page.getByRole("heading", { name: "Any other in United States" }).waitFor();
  await search.fill("");
  await page.getByRole("button", { name: /^Rent for/ }).waitFor();
  await search.fill("monzo");
  await first.click();
  await page.getByRole("alert").getByText("is restricted here").waitFor();
  const listHeight = (await list.boundingBox())?.height ?? 0;
  assert.ok(listHeight > 480, `the list uses the height of the window: ${listHeight} px`);
  assertNoFaults(browser, "/account/api/v1/services");
});

test("all orders without a code are cancelled at once, and all with one finished; each failure is reported", async () => {
  const { page, context } = browser;
  await signUpHere(context);
  const rent = (service: string) => {
    const body = { action: "rent", service, country: "US" };
    return call<{ order_id: string }>(context, "POST", "/account/api/v1/rent", body, "test");
  };
  const orders = [await rent("test-no-sms"), await rent("test-no-sms"), await rent("test-no-sms")];
  for (const service of ["whatsapp", "telegram"]) await rent(service);
  await page.goto("/rent?in=sandbox");
  await page.getByRole("button", { name: "Finish all" }).click();
  const finishing = page.getByRole("dialog", { name: "Finish all orders with a code?" });
  await finishing.getByText("The ₦900.00 they cost is already charged").waitFor();
  await finishing.getByRole("button", { name: "Finish all" }).click();
  await finishing.getByText("All 2 are finished.").waitFor();
  await finishing.getByRole("button", { name: "Close" }).last().click();
  await page.getByRole("heading", { name: "Open now (3)" }).waitFor();

  await page.getByRole("button", { name: "Cancel all" }).click();
  const dialog = page.getByRole("dialog", { name: "Cancel all orders without a code?" });
  await dialog.getByText("3 orders are cancelled, and ₦1,350.00 goes back to your wallet.").waitFor();
  const [gone] = orders;
  await call(context, "POST", "/account/api/v1/cancel", { order_id: gone?.order_id }, "test");
  await dialog.getByRole("button", { name: "Cancel all" }).click();
  await dialog.getByText("2 cancelled, 1 could not be cancelled.").waitFor();
  await dialog.getByText("The order is CANCELLED; only an order waiting").waitFor();
  assert.equal(await dialog.getByText("Cancelled; its price is back in your wallet.").count(), 2);
  await dialog.getByRole("button", { name: "Close" }).last().click();
  await page.getByRole("heading", { name: "Open now (0)" }).waitFor();
  const { held } = await call<{ held: number }>(context, "GET", "wallet", undefined, "test");
  assert.equal(held, 0);
  assertNoFaults(browser, "/account/api/v1/cancel");
});

test("on a phone with many open orders the chooser stays near, and every order is a card with its code first", async () => {
  const phone = await openBrowser(app.url, { width: 390, height: 844 });
  try {
    const { page, context } = phone;
    await signUpHere(context);
    const body = { action: "rent", service: "whatsapp", country: "US" };
    for (let order = 0; order < 7; order++) await call(context, "POST", "/account/api/v1/rent", body, "test");
    await page.goto("/rent?in=sandbox");
    await page.getByRole("button", { name: "Show all 7" }).waitFor();
    await until(
      () => page.locator("[data-code]").count(),
      (count) => count === 5,
    );
    const search = page.getByRole("textbox", { name: "Service" });
    const top = async (): Promise<number> => (await search.boundingBox())?.y ?? Infinity;
    assert.ok((await top()) < 1200, `the chooser begins at ${await top()} px`);
    await page.getByRole("button", { name: "Rent another number" }).click();
    await until(top, (y) => y > 82 && y < 700);
    const folded = page.getByRole("button", { name: /^WhatsApp .*: show more$/ });
    assert.equal(await folded.count(), 4, "one is open, the others take a line each");
    await folded.last().click();
    await page.getByRole("article").last().getByRole("button", { name: "Finish" }).waitFor();

    await page.goto("/orders?in=sandbox");
    const list = page.getByRole("region", { name: "Orders" });
    const first = list.locator("[data-first]").first();
    assert.match(await first.innerText(), /^\d{3}-\d{3}$/);
    const clipped = await page.evaluate<string[]>(`(() => {
      const list = document.querySelector("[role=region][aria-label=Orders]");
      const right = list.getBoundingClientRect().right;
      const shown = [...list.querySelectorAll("td *")].filter((one) => one.getClientRects().length > 0);
      return shown.filter((one) => one.getBoundingClientRect().right > right).map((one) => one.textContent);
    })()`);
    assert.deepEqual(clipped, []);
    assert.match(await list.getByRole("row").nth(1).innerText(), /WhatsApp[^]*Received[^]*\+1 [^]*₦450\.00/);
    await page.goto("/guides?guide=errors");
    const broken = await page.evaluate<string[]>(`[...document.querySelectorAll(".error-list td.mono")]
      .filter((code) => code.getClientRects().length > 1).map((code) => code.textContent)`);
    assert.deepEqual(broken, [], "no code of an error is broken");
    assertNoFaults(phone);
  } finally {
    await phone.close();
  }
});

test("play money is refilled by a button", async () => {
  const { page } = browser;
  await openSandbox();
  await rentHere("whatsapp");
  await page.locator("[data-code]").first().waitFor();
  await page.getByRole("link", { name: /^Spendable/ }).click();
  await page.getByText("₦999,550.00").first().waitFor();
  await page.getByRole("button", { name: "Refill the sandbox" }).click();
  await page.getByText("The sandbox has its full amount of play money again.").waitFor();
  await page.getByRole("link", { name: "Spendable ₦1,000,000.00." }).waitFor();
  assertNoFaults(browser);
});

test("the mode is part of the address: each tab has its own, and links, a reload and a shared link keep it", async () => {
  const { page, context } = browser;
  await signUpHere(context);
  await page.goto("/rent?country=GB&service=whatsapp");
  const other = await context.newPage();
  await other.goto("/wallet");
  await chooseSandbox(page);
  assert.equal(new URL(page.url()).search, "?country=GB&service=whatsapp&in=sandbox");
  const isLive = async (tab: typeof page): Promise<boolean> =>
    tab.getByRole("radio", { name: "Live" }).isChecked();
  assert.ok(await isLive(other), "the other tab stays where it is");
  await other.reload();
  await other.getByRole("heading", { name: "Wallet" }).waitFor();
  assert.ok(await isLive(other), "also when it is loaded again");
  await page.getByRole("link", { name: "Orders", exact: true }).first().click();
  await page.waitForURL("**/orders?in=sandbox");
  await page.reload();
  await page.getByText("Sandbox: play money").waitFor();
  await page.goBack();
  await page.waitForURL("**/rent?country=GB&service=whatsapp&in=sandbox");
  const shared = await context.newPage();
  await shared.goto(page.url());
  await shared.getByText("Sandbox: play money").waitFor();
  await other.goto("/");
  await other.waitForURL("**/rent?in=sandbox"); // The start page: as chosen last.
  await other.getByRole("radiogroup", { name: "Live or sandbox" }).getByText("Live").click();
  await other.waitForURL("**/rent");
  await other.goBack();
  await other.getByText("Sandbox: play money").waitFor();
  assertNoFaults(browser);
});

test("a link to an order of the other mode offers to switch", async () => {
  const { page, context } = browser;
  await signUpHere(context);
  const rent = { action: "rent", service: "whatsapp", country: "US" };
  const path = "/account/api/v1/rent";
  const { order_id: id } = await call<{ order_id: string }>(context, "POST", path, rent, "test");
  await page.goto(`/orders?order=${id}`);
  const drawer = page.getByRole("dialog", { name: `Order ${id}` });
  await drawer.getByText("This order is in the sandbox; you are in live mode.").waitFor();
  await drawer.getByRole("button", { name: "Switch to the sandbox" }).click();
  await drawer.getByText("Sandbox Pool").waitFor();
  assert.equal(new URL(page.url()).search, `?order=${id}&in=sandbox`);
  await page.goto("/orders?order=999999999");
  await page.getByText("You have no order with this order_id").waitFor();
  assertNoFaults(browser, "/dashboard/api/orders/");
});

test("the button has the price, which is the most that is charged: after a change it shows the new one", async () => {
  const { page, context } = browser;
  const { accountId } = await signUpHere(context);
  await payIn(app, accountId, 100_000);
  const operator = await (await addTestMember(app, 0, "operator")).signIn();
  const made = await operator.post("operator/pools", { name: "Rising", provider: "global", price: 300 });
  const { id: poolId } = made.body.data as { id: number };
  await stock(app, 2, { poolId, first: 15550910000 });
  await page.goto("/rent?country=US&service=whatsapp");
  await page.getByRole("button", { name: "Rent for ₦300.00 from Rising" }).waitFor();
  await operator.call("PATCH", `operator/pools/${poolId}`, { price: 301 });
  await page.getByRole("button", { name: "Rent for ₦300.00 from Rising" }).click();
  await page.getByRole("alert").getByText("The price has changed, so nothing was charged.").waitFor();
  await page.getByRole("button", { name: "Rent for ₦301.00 from Rising" }).click();
  await page.getByText("Waiting for the message").waitFor();
  assertNoFaults(browser, "/account/api/v1/rent");
});
