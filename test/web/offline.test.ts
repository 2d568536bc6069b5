import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, test } from "node:test";
import type { Page } from "playwright-core";
import { buildWeb } from "../../src/start/web-build.ts";
import { startTestApp } from "../helpers/app.ts";
import { openBrowser } from "../helpers/chromium.ts";
import { perFile, perTest } from "../helpers/fixtures.ts";
import { PushBrowser } from "../helpers/push.ts";
import { until } from "../helpers/until.ts";
import { startPages } from "./pages.ts";
import { call, chooseSandbox, signUpHere } from "./people.ts";

const app = perFile(() => startPages());
const browser = perTest(() => openBrowser(app.url, undefined, undefined, "allow"));
beforeEach(() => signUpHere(browser.context));

const code = "135-791";

/** A sandbox code on the Rent page, and the pages' files kept by the service worker. */
async function openWithCode(): Promise<Page> {
  const { page, context } = browser;
  await page.goto("/rent");
  await chooseSandbox(page);
  const rent = { action: "rent", service: "whatsapp", country: "US" };
  const order = await call<{ number: string }>(context, "POST", "/account/api/v1/rent", rent, "test");
  const sms = { to: order.number, text: `WhatsApp code ${code}`, from: "WhatsApp" };
  await call(context, "POST", "/account/api/v1/sandbox/sms", sms, "test");
  await page.locator("[data-code]").filter({ hasText: code }).waitFor();
  await page.evaluate("navigator.serviceWorker.ready");
  await untilTrue(page, "navigator.serviceWorker.controller !== null");
  return page;
}

/** By the debugger: the pages' policy forbids what Playwright's own waiting would do in them. */
const untilTrue = (page: Page, expression: string): Promise<boolean> =>
  until(
    () => page.evaluate<boolean>(expression),
    (is) => is,
  );

const keptPage = (page: Page): Promise<string | null> =>
  page.evaluate<string | null>("sessionStorage.getItem('zap-kept-page')");

test("offline, a reload and other pages keep the app, and the codes of the open page; everything resumes by itself", async () => {
  const page = await openWithCode();
  const { context } = browser;
  assert.equal(await keptPage(page), null, "nothing is kept while the page is open");
  await context.setOffline(true);
  await page.getByText("You are offline.").waitFor();
  await page.reload();
  await page.locator("[data-code]").filter({ hasText: code }).waitFor();
  await page.getByText("You are offline.").waitFor();
  await page.getByRole("navigation", { name: "Main" }).first().getByRole("link", { name: "Wallet" }).click();
  await page.getByRole("heading", { name: "Wallet", level: 1 }).waitFor();
  await page.goto("/guides");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.goto("/rent?in=sandbox");
  await page.locator("[data-code]").filter({ hasText: code }).waitFor();

  await context.setOffline(false);
  await page.getByText("You are offline.").waitFor({ state: "detached" });
  const rent = { action: "rent", service: "telegram", country: "US" };
  await call(context, "POST", "/account/api/v1/rent", rent, "test");
  await page.getByRole("article").filter({ hasText: "Telegram" }).waitFor();
  await page.reload();
  await page.locator("[data-code]").filter({ hasText: code }).waitFor();
  assert.equal(await keptPage(page), null, "it is erased once the server has answered");
});

test("after signing out no code is kept, in this tab or another, nor in any cache; a later visit offline shows none", async () => {
  const page = await openWithCode();
  const { context } = browser;
  const other = await context.newPage();
  await other.goto("/rent?in=sandbox");
  await other.locator("[data-code]").filter({ hasText: code }).waitFor();
  await page.bringToFront();
  await page.getByRole("button", { name: "Account menu" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL("**/sign-in");
  assert.equal(await keptPage(page), null);
  await context.setOffline(true);
  for (const tab of [page, other]) {
    await tab.goto("/rent?in=sandbox");
    await tab.getByRole("heading", { name: "You are offline" }).waitFor();
    assert.equal(await tab.getByText(code).count(), 0);
    assert.equal(await keptPage(tab), null);
  }
  const cached = await page.evaluate<string[]>(`(async () => {
    const found = [];
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) found.push(new URL(request.url).pathname);
    return found;
  })()`);
  assert.ok(cached.includes("/index.html"));
  assert.deepEqual(
    cached.filter((path) => /^\/(account|dashboard)\//.test(path)),
    [],
    "no answer of the server is cached",
  );
  await context.setOffline(false);
  await page.waitForURL(/\/sign-in/);
});

for (const how of ["after signing out", "in place of the first"] as const)
  test(`a page that was open when somebody else signed in, ${how}, is not shown to them offline`, async () => {
    const page = await openWithCode();
    const { context } = browser;
    const other = await context.newPage();
    if (how === "after signing out") {
      await other.goto("/rent?in=sandbox");
      await other.getByRole("button", { name: "Account menu" }).click();
      await other.getByRole("menuitem", { name: "Sign out" }).click();
      await other.waitForURL("**/sign-in");
    }
    await signUpHere(context);
    await other.goto("/rent?in=sandbox");
    await other.getByRole("button", { name: "Account menu" }).waitFor();
    await untilTrue(other, "localStorage.getItem('zap-signed-in') !== null");
    await context.setOffline(true);
    await page.reload();
    await page.getByRole("heading", { name: "You are offline" }).waitFor();
    assert.equal(await page.getByText(code).count(), 0);
    assert.equal(await keptPage(page), null);
  });

test("what was kept is not shown after half an hour", async () => {
  const page = await openWithCode();
  await browser.context.setOffline(true);
  await page.reload();
  await page.locator("[data-code]").waitFor();
  await page.addInitScript("const now = Date.now; Date.now = () => now() + 31 * 60_000");
  await page.reload();
  await page.getByRole("heading", { name: "You are offline" }).waitFor();
  assert.equal(await page.getByText(code).count(), 0);
});

test("the app can be installed: manifest, icons and worker are served, and the worker is never cached", async () => {
  const { page } = browser;
  await page.goto("/sign-in");
  const href = await page.locator("link[rel=manifest]").getAttribute("href");
  const manifest = (await (await fetch(app.url + href)).json()) as {
    start_url: string;
    display: string;
    icons: { src: string; sizes: string; type: string; purpose: string }[];
  };
  assert.equal(manifest.start_url, "/");
  assert.equal(manifest.display, "standalone");
  const sizes = manifest.icons.map(({ sizes: size, purpose }) => `${size} ${purpose}`);
  for (const needed of ["192x192 any", "512x512 any", "512x512 maskable"]) assert.ok(sizes.includes(needed));
  for (const { src, type, sizes: size } of manifest.icons) {
    const icon = await fetch(app.url + src);
    assert.equal(icon.headers.get("content-type")?.split(";")[0], type, src);
    const bytes = Buffer.from(await icon.arrayBuffer());
    if (type === "image/png") assert.equal(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, size, src);
  }
  const worker = await fetch(`${app.url}/sw.js`);
  assert.equal(worker.headers.get("cache-control"), "no-cache");
  const session = await page.context().newCDPSession(page);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  assert.deepEqual(
    installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"),
    [],
  );
});

test("by choice a browser is told of codes: the switch subscribes it, and a push names the service, not the code", async () => {
  const { page, context } = browser;
  await context.grantPermissions(["notifications"]);
  const { endpoint, ...keys } = new PushBrowser("https://push.example.org/device").target;
  // The browser's maker, whose push service is on the Internet, is the one part that is made up.
  await page.addInitScript(`
    let made = null;
    PushManager.prototype.getSubscription = async () => made;
    PushManager.prototype.subscribe = async ({ applicationServerKey }) => {
      window.subscribedWith = applicationServerKey;
      return (made = { toJSON: () => (${JSON.stringify({ endpoint, keys })}), unsubscribe: async () => (made = null) });
    };
  `);
  const session = await context.newCDPSession(page);
  const registered = new Promise<string>((resolve) =>
    session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations: [first] }) => {
      if (first) resolve(first.registrationId);
    }),
  );
  await session.send("ServiceWorker.enable");
  await page.goto("/settings");
  await page.evaluate("navigator.serviceWorker.ready");
  const choice = page.getByRole("switch", { name: "Notify this browser when a code arrives" });
  assert.equal(await choice.isChecked(), false, "nobody is told who has not chosen it");
  await choice.click();
  await page.getByRole("switch", { name: /^Notify/, checked: true }).waitFor();
  const push = await call<{ on: boolean; public_key: string }>(context, "GET", "push");
  assert.equal(push.on, true);
  assert.equal(await page.evaluate("window.subscribedWith"), push.public_key);

  const data = JSON.stringify({ order_id: 12, service: "WhatsApp", mode: "live", has_code: true });
  const registrationId = await registered;
  await session.send("ServiceWorker.deliverPushMessage", { origin: app.url, registrationId, data });
  const shown = await until(
    () =>
      page.evaluate<string[]>(
        "navigator.serviceWorker.ready.then((one) => one.getNotifications()).then((all) => all.map(({ title, body }) => title + '. ' + body))",
      ),
    (all) => all.length > 0,
  );
  assert.deepEqual(shown, ["A code arrived for WhatsApp. Open ZapOTP to read it."]);
  await choice.click();
  await page.getByRole("switch", { name: /^Notify/, checked: false }).waitFor();
  assert.equal((await call<{ on: boolean }>(context, "GET", "push")).on, false);
});

test("after an update of the server the new page is shown at once, and it is the one that is kept", async () => {
  const folder = mkdtempSync(join(tmpdir(), "zapotp-pages-"));
  const built = (await buildWeb(() => {})) ?? "";
  cpSync(built, folder, { recursive: true });
  const updated = await startTestApp({}, undefined, folder);
  const { page, context, close } = await openBrowser(updated.url, undefined, undefined, "allow");
  const change = (file: string, from: string | RegExp, to: string): void => {
    const path = join(folder, file);
    writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
    for (const compressed of [`${path}.br`, `${path}.gz`]) rmSync(compressed, { force: true });
  };
  const caches = (): Promise<string[]> => page.evaluate<string[]>("caches.keys()");
  const language = (): Promise<string> => page.evaluate<string>("document.documentElement.lang");
  try {
    await page.goto("/sign-in");
    await untilTrue(page, "navigator.serviceWorker.controller !== null");
    const [before = ""] = await caches();
    change("index.html", '<html lang="en">', '<html lang="en-GB">');
    change("sw.js", before.replace("zapotp-", ""), "0123456789abcdef");
    await page.reload();
    assert.equal(await language(), "en-GB");
    // Its cache is filled as a whole, or not at all.
    await untilTrue(
      page,
      "caches.match('/index.html', { cacheName: 'zapotp-0123456789abcdef' }).then(Boolean)",
    );
    await untilTrue(
      page,
      "navigator.serviceWorker.ready.then(({ installing, waiting }) => !installing && !waiting)",
    );
    await context.setOffline(true);
    await until(
      async () => {
        await page.reload();
        return language();
      },
      (lang) => lang === "en-GB",
    );
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
  } finally {
    await close();
    await updated.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
