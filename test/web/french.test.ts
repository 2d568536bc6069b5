import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { en } from "../../web/src/texts/en.ts";
import { publicNav } from "../../web/src/texts/en/public.ts";
import { notices } from "../../web/src/texts/en/push.ts";
import { fr } from "../../web/src/texts/fr.ts";
import { addOperator } from "../helpers/browser.ts";
import { assertNoFaults, openBrowser } from "../helpers/chromium.ts";
import { beforeTests, perFile, perTest } from "../helpers/fixtures.ts";
import { customerScreens, inSandbox, operatorScreens } from "../helpers/screens.ts";
import { stock } from "../helpers/stock.ts";
import { until } from "../helpers/until.ts";
import { startPages } from "./pages.ts";
import { call, signUpHere } from "./people.ts";

const app = perFile(() => startPages({ SANDBOX_MESSAGE_SECONDS: "1" }));
const operator = perFile(() => addOperator(app));
const browser = perTest(() => openBrowser(app.url));
beforeTests(() => stock(app, 3));

const phone = { width: 390, height: 844 };

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const french = new Set(textsIn(fr));
/** Whole texts of the English pages that are not French as well. */
const english = new Set(
  textsIn([en, publicNav, notices]).filter((text) => text.length > 2 && !french.has(text)),
);

/** What a person sees or hears of a page: its lines, and the names and hints of its controls. */
const linesOf = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`[
    ...document.body.innerText.split(/[\\n\\t]/),
    ...[...document.querySelectorAll("[aria-label], [placeholder], [title]")].flatMap((one) =>
      ["aria-label", "placeholder", "title"].map((name) => one.getAttribute(name) ?? "")),
    document.title,
  ].map((line) => line.trim())`);

const settled = async (page: Page): Promise<void> => {
  await page.locator("h1").first().waitFor();
  await page.locator("[class*=Skeleton]").first().waitFor({ state: "hidden" });
};

/** The record of processing is a document of the server, in English. */
const inServersWords = new Set(["/operator/privacy"]);

/** Texts that are still English, and what is wider than the screen. */
async function faultsOf(page: Page, path: string): Promise<string[]> {
  await page.goto(path);
  await settled(page);
  const lines = inServersWords.has(path) ? [] : await linesOf(page);
  const left = lines.filter((line) => english.has(line)).map((line) => `${path}: ${line}`);
  const tooWide = await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
  return tooWide > 0 ? [...left, `${path} is ${tooWide} px too wide`] : left;
}

/** By the debugger's script rather than the page's: as if it had been chosen on an earlier visit. */
const chooseFrench = (page: Page): Promise<unknown> =>
  page.addInitScript("localStorage.setItem('zap-language', 'fr')");

test("French is chosen before signing in, stays, and never flashes English; English visitors load none of it", async () => {
  const { page } = browser;
  const scripts: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.push(new URL(request.url()).pathname);
  });
  const loadedFrench = (): boolean => scripts.some((path) => path.startsWith("/assets/fr-"));
  await page.goto("/sign-in");
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  assert.equal(await page.evaluate("document.documentElement.lang"), "en");
  assert.equal(loadedFrench(), false);
  await page.addInitScript(`
    window.headings = [];
    new MutationObserver(() => window.headings.push(...[...document.querySelectorAll("h1")].map((one) => one.innerText)))
      .observe(document, { childList: true, subtree: true, characterData: true });
  `);
  await page.getByRole("button", { name: "Français" }).click();
  await page.getByRole("heading", { name: "Se connecter" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "Se connecter" }).waitFor();
  assert.equal(await page.evaluate("document.documentElement.lang"), "fr");
  assert.equal(await page.title(), "Se connecter · ZapOTP");
  assert.deepEqual(await page.evaluate("[...new Set(window.headings)]"), ["Se connecter"]);
  assert.equal(loadedFrench(), true);
  await page.getByRole("textbox", { name: "Nom d’utilisateur" }).fill("nobody");
  await page.getByRole("textbox", { name: "Mot de passe" }).fill("a wrong password");
  await page.getByRole("button", { name: "Se connecter", exact: true }).click();
  await page.getByText("Nom d’utilisateur ou mot de passe incorrect.").waitFor();
  for (const path of ["/prices", "/terms"]) assert.deepEqual(await faultsOf(page, path), []);
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { name: "Terms", level: 1 }).waitFor();
  assertNoFaults(browser, "/dashboard/api/me", "/dashboard/api/sign-in");
});

test("a browser that prefers French gets it without choosing", async () => {
  const { page } = browser;
  await page.addInitScript(
    "Object.defineProperty(Navigator.prototype, 'languages', { get: () => ['de', 'fr-CA', 'en'] })",
  );
  await page.goto("/sign-in");
  await page.getByRole("heading", { name: "Se connecter" }).waitFor();
});

test("a customer rents in the sandbox and reads the code in French; no page is left in English or too wide, wide or on a phone", async () => {
  const { page, context } = browser;
  await signUpHere(context);
  await chooseFrench(page);
  await page.goto("/rent?in=sandbox");
  await page.getByRole("textbox", { name: "Service" }).fill("whatsapp");
  await page.getByRole("button", { name: /^WhatsApp 450,00\s₦/ }).click();
  await page.getByRole("heading", { name: "WhatsApp, États-Unis" }).waitFor();
  await page
    .getByRole("button", { name: /^Louer pour 450,00\s₦/ })
    .first()
    .click();
  await page.getByText("En attente du message").waitFor();
  await page.locator("[data-code]").first().waitFor();
  const faults: string[] = [];
  for (const size of [{ width: 1280, height: 900 }, phone]) {
    await page.setViewportSize(size);
    for (const path of customerScreens) faults.push(...(await faultsOf(page, `/${inSandbox(path)}`)));
  }
  assert.deepEqual(faults, []);
  assertNoFaults(browser);
});

test("no page of the operator is left in English or too wide, on a phone", async () => {
  const own = await openBrowser(app.url, phone);
  try {
    await call(own.context, "POST", "sign-in", operator);
    await chooseFrench(own.page);
    const faults: string[] = [];
    for (const path of operatorScreens) faults.push(...(await faultsOf(own.page, `/${path}`)));
    assert.deepEqual(faults, []);
    assertNoFaults(own);
  } finally {
    await own.close();
  }
});

test("times are in the zone that was chosen, and days begin at its midnight; the choice is in Settings", async () => {
  const { page, context } = browser;
  await signUpHere(context);
  await page.goto("/settings?in=sandbox");
  await page.getByRole("combobox", { name: "Time zone" }).fill("Tokyo");
  await page.getByRole("option", { name: "Asia/Tokyo" }).click();
  await until(
    () => page.evaluate<string | null>("localStorage.getItem('zap-time-zone')"),
    (zone) => zone === "Asia/Tokyo",
  );
  const rent = { action: "rent", service: "whatsapp", country: "US" };
  const order = await call<{ order_id: number }>(context, "POST", "/account/api/v1/rent", rent, "test");
  const asked = page.waitForRequest((request) => /\/v1\/orders\?.*from=/.test(request.url()));
  await page.goto("/orders?in=sandbox&period=today");
  const from = new URL((await asked).url()).searchParams.get("from") ?? "";
  assert.match(from, /T15:00:00\.000Z$/); // Midnight in Japan, nine hours ahead.
  const time = page.getByRole("region", { name: "Orders" }).locator("time").first();
  const at = new Date((await time.getAttribute("datetime")) ?? "");
  const inJapan = new Date(at.getTime() + 540 * 60_000).toISOString().slice(11, 16);
  assert.equal(await time.innerText(), inJapan, `order ${order.order_id}`);

  await page.goto("/settings?in=sandbox");
  await page.getByRole("combobox", { name: "Language" }).click();
  await page.getByRole("option", { name: "Français" }).click();
  await page.getByRole("heading", { name: "Paramètres", level: 1 }).waitFor();
  assertNoFaults(browser);
});

test("a push is told in the language that was chosen", async () => {
  const own = await openBrowser(app.url, undefined, undefined, "allow");
  const { page, context } = own;
  try {
    await context.grantPermissions(["notifications"]);
    await chooseFrench(page);
    const session = await context.newCDPSession(page);
    const registered = new Promise<string>((resolve) =>
      session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations: [first] }) => {
        if (first) resolve(first.registrationId);
      }),
    );
    await session.send("ServiceWorker.enable");
    await page.goto("/sign-in");
    await page.evaluate("navigator.serviceWorker.ready.then(() => undefined)");
    const data = JSON.stringify({ order_id: 12, service: "WhatsApp", mode: "test", has_code: true });
    await session.send("ServiceWorker.deliverPushMessage", {
      origin: app.url,
      registrationId: await registered,
      data,
    });
    const shown = await until(
      () =>
        page.evaluate<string[]>(
          "navigator.serviceWorker.ready.then((one) => one.getNotifications()).then((all) => all.map(({ title, body }) => title + '. ' + body))",
        ),
      (all) => all.length > 0,
    );
    assert.deepEqual(shown, [
      "Un code est arrivé pour WhatsApp. Ouvrez ZapOTP pour le lire, dans le bac à sable.",
    ]);
  } finally {
    await own.close();
  }
});

/** The longest that anything on the page moves by itself, in seconds; -1 for what never ends. */
const longestMotion = (page: Page): Promise<number> =>
  page.evaluate<number>(`Math.max(...["", "::before", "::after"].flatMap((part) =>
    [...document.querySelectorAll("body *")].flatMap((one) => {
      const { animationName, animationDuration, animationIterationCount, transitionDuration } = getComputedStyle(one, part);
      const seconds = (text) => text.split(", ").map(parseFloat);
      const animated = animationName === "none" ? [] : seconds(animationDuration);
      const endless = animationName !== "none" && animationIterationCount.includes("infinite") ? [Infinity] : [];
      return [...animated, ...endless, ...seconds(transitionDuration)];
    })))`);

test("whoever wants less motion sees none: no transition and no animation anywhere", async () => {
  const { page, context } = browser;
  await signUpHere(context);
  await page.goto("/rent?country=US&service=test-no-sms&in=sandbox");
  await page
    .getByRole("button", { name: /^Rent for/ })
    .first()
    .click();
  await page.getByText("Waiting for the message").waitFor();
  await page.getByRole("button", { name: "Account menu" }).click();
  await page.getByRole("menu").waitFor();
  assert.ok((await longestMotion(page)) <= 0.00002);
  await page.emulateMedia({ reducedMotion: "no-preference" });
  assert.ok((await longestMotion(page)) > 0.05, "others see some");
});
