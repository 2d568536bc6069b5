import assert from "node:assert/strict";
import { globSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { missingChromium } from "../../scripts/install-test-tools.ts";
import { startMailServer } from "../helpers/mail-server.ts";
import { openBrowser as openChromium } from "../helpers/chromium.ts";
import { startShipped, type Shipped } from "./shipped.ts";
import {
  api,
  doEverythingWrong,
  errors,
  failInTheDatabase,
  liveACustomersLife,
  liveAnOperatorsLife,
  secrets,
  visitor,
} from "./whole-run.ts";

// A whole run of the server as shipped, with the most detailed log, including failures of the database. Afterwards
// every place where a secret might have been left is searched for all of them.

/** What the machine shows everybody about its processes. */
const processList = (): string =>
  globSync("/proc/[0-9]*/cmdline")
    .map((path) => {
      try {
        return readFileSync(path, "utf8").replaceAll("\0", " ");
      } catch {
        return ""; // It has ended in the meantime.
      }
    })
    .filter((line) => !line.includes("secrets.test.ts"))
    .join("\n");

/** Run in the page: what else its scripts can store, or see. */
const storedByScripts = `(async () => {
  const names = await caches.keys();
  const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  const urls = requests.flat().map(({ url }) => url);
  return JSON.stringify([Object.entries(sessionStorage), document.cookie, location.href, urls]);
})()`;

async function lookInTheBrowser(server: Shipped): Promise<string> {
  const browser = await openChromium(server.url);
  try {
    const { page, context } = browser;
    const password = secrets["password"] as string;
    await page.goto("/sign-up");
    const body = { username: "browser", email: "browser@example.com", password, accepted_terms: "2026-11" };
    const headers = { "x-requested-with": "zapotp", "x-zap-mode": "test" };
    const signedUp = await context.request.post("/dashboard/api/sign-up", { headers, data: body });
    assert.equal(signedUp.status(), 200);
    const made = await context.request.post("/dashboard/api/keys", { headers, data: { name: "page" } });
    const { data } = (await made.json()) as { data: { key: string } };
    secrets["key made in the browser"] = data.key;
    const rent = { action: "rent", service: "whatsapp", country: "US" };
    const rented = (await (await context.request.post(`${api}/rent`, { headers, data: rent })).json()) as {
      data: { number: string };
    };
    const { number } = rented.data;
    const text = `${secrets["sandbox text"]}: 918-273 is your WhatsApp code`;
    await context.request.post(`${api}/sandbox/sms`, {
      headers,
      data: { to: number, text, from: "WhatsApp" },
    });
    await page.goto("/rent");
    await page.getByRole("radiogroup", { name: "Live or sandbox" }).getByText("Sandbox").click();
    for (const path of ["orders", "wallet", "api", "settings"]) {
      await page.goto(`/${path}`);
      await page.locator("h1").first().waitFor();
      await page.waitForTimeout(300);
    }
    const cookies = await context.cookies();
    assert.deepEqual(cookies.map(({ name, httpOnly, sameSite }) => [name, httpOnly, sameSite]).toSorted(), [
      ["zap_device", true, "Strict"],
      ["zap_session", true, "Strict"],
    ]);
    for (const { name, value } of cookies) secrets[`${name} in the browser`] = value;
    const kept = await context.storageState({ indexedDB: true });
    const ofScripts = await page.evaluate<string>(storedByScripts);
    return JSON.stringify(kept.origins) + ofScripts;
  } finally {
    await browser.close();
  }
}

/** The secrets that occur in a text. */
const foundIn = (text: string | Buffer): string[] =>
  Object.entries(secrets)
    .filter(([, secret]) => secret !== "" && text.includes(secret))
    .map(([name]) => name);

test("a whole run leaves no secret anywhere: log, metrics, errors, processes, data, browser", async (t) => {
  const mail = await startMailServer();
  t.after(() => mail.close());
  mail.refuse = true; // So that letters wait where the operator finds them, and the log reports failures.
  const server = await startShipped({
    LOG_LEVEL: "debug",
    SMTP_URL: mail.url.replace("smtp://", `smtp://canary:${secrets["SMTP password"]}@`),
    METRICS_TOKEN: secrets["metrics token"] as string,
    ENCRYPTION_KEY: secrets["encryption key"] as string,
    SANDBOX_MESSAGE_SECONDS: "0",
  });
  t.after(() => server.remove());
  t.after(() => server.stop());
  const customer = visitor(server.url);
  const operator = visitor(server.url);
  const { key } = await liveACustomersLife(customer);
  const path = await liveAnOperatorsLife(server, operator);
  await doEverythingWrong(visitor(server.url), { key, path });
  await failInTheDatabase(server, customer, key, path);
  let kept = "";
  await t.test("the browser's storage", { skip: missingChromium() ?? false }, async () => {
    kept = await lookInTheBrowser(server);
  });

  const metrics = await fetch(`${server.url}/metrics`, {
    headers: { authorization: `Bearer ${secrets["metrics token"]}` },
  });
  assert.equal(metrics.status, 200);
  assert.deepEqual(foundIn(await metrics.text()), [], "metrics");
  assert.match(processList(), /main\.ts/);
  assert.deepEqual(foundIn(processList()), [], "the process list");
  assert.deepEqual(foundIn(errors.join("\n")), [], "answers of errors");
  assert.deepEqual(foundIn(kept), [], "the browser's storage");
  await server.stop();
  const printed = server.printed();
  assert.match(printed, /a request failed/);
  assert.deepEqual(foundIn(printed), [], "what the server printed");

  const firstStart = join(server.folder, "data", "first-start.txt");
  assert.equal(statSync(firstStart).mode & 0o777, 0o600, "the first password, for its owner alone");
  assert.match(printed, /first-start\.txt/);
  rmSync(firstStart);
  const files = globSync("**/*", { cwd: server.folder })
    .map((name) => join(server.folder, name))
    .filter((name) => statSync(name).isFile());
  assert.ok(files.some((name) => name.includes("pg_wal")));
  const left = files.flatMap((name) => foundIn(readFileSync(name)).map((secret) => `${secret} in ${name}`));
  assert.deepEqual(left, [], "the data directory");
});
