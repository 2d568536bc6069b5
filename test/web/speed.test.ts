import assert from "node:assert/strict";
import { get, type IncomingMessage } from "node:http";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { addOperator } from "../helpers/browser.ts";
import { compare, millisecondsOf } from "../helpers/compare.ts";
import { manyOrders } from "../helpers/many-orders.ts";
import { assertNoFaults, openBrowser } from "../helpers/chromium.ts";
import { perFile } from "../helpers/fixtures.ts";
import { startPages } from "./pages.ts";
import { call, signUpHere } from "./people.ts";

const mostBytes = { br: 230 * 1024, gzip: 260 * 1024 };
const orders = 100_000;

const app = perFile(() => startPages());
const operator = perFile(() => addOperator(app));

/** The scripts that a browser fetches to show a page, with an empty cache. */
async function scriptsOf(page: Page, path: string): Promise<string[]> {
  const scripts: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.push(request.url());
  });
  await page.goto(path);
  await page.locator("h1").first().waitFor();
  await page.waitForLoadState("networkidle");
  page.removeAllListeners("request");
  return scripts;
}

/** Bytes of the body as sent over the wire. */
async function bytesOf(url: string, encoding: string): Promise<number> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { headers: { "accept-encoding": encoding } }, resolve).on("error", reject);
  });
  assert.equal(answer.statusCode, 200, url);
  let bytes = 0;
  for await (const chunk of answer) bytes += (chunk as Buffer).length;
  if (bytes > 2000) assert.equal(answer.headers["content-encoding"], encoding, url);
  return bytes;
}

test("the first page, whichever it is, is under 230 KB of JavaScript in brotli, and 260 KB in gzip", async (context) => {
  const load = async (path: string, signIn: (page: Page) => Promise<unknown>): Promise<void> => {
    const browser = await openBrowser(app.url);
    try {
      await signIn(browser.page);
      const scripts = await scriptsOf(browser.page, path);
      assert.ok(scripts.length > 3, `${path} loads its scripts`);
      for (const [encoding, most] of Object.entries(mostBytes)) {
        const sizes = await Promise.all(scripts.map((url) => bytesOf(url, encoding)));
        const bytes = sizes.reduce((sum, size) => sum + size, 0);
        context.diagnostic(`${path} ${encoding}: ${bytes} bytes in ${scripts.length} scripts`);
        assert.ok(bytes < most, `${path} loads ${bytes} bytes (${encoding})`);
      }
    } finally {
      await browser.close();
    }
  };
  await load("/sign-in", async () => {});
  await load("/rent", (page) => signUpHere(page.context()));
  for (const path of ["/operator", "/operator/orders"])
    await load(path, (page) => call(page.context(), "POST", "sign-in", operator));
});

test("a hundred thousand orders scroll and are filtered without waiting", async (context) => {
  const accounts = [await app.account(), await app.account()];
  const wallets = await app.db.rows<{ id: number }>(
    `select id from wallets where mode = 'live' and account_id = any($1::bigint[]) order by id`,
    [accounts.map(({ accountId }) => accountId)],
  );
  await manyOrders(
    app.db,
    orders,
    wallets.map(({ id }) => id),
  );
  const browser = await openBrowser(app.url);
  const { page } = browser;
  try {
    await call(browser.context, "POST", "sign-in", operator);
    const milliseconds = (path: string) => () => millisecondsOf(() => call(browser.context, "GET", path));
    /** A small multiple of what the first page of orders takes, rather than as long as reading all of them. */
    const assertQuick = async (path: string, name: string): Promise<void> => {
      const { left, right } = await compare(5, milliseconds(path), milliseconds("operator/orders"));
      context.diagnostic(`${name}: ${left} ms, the first page of all orders: ${right} ms`);
      assert.ok(left < 20 * right, `${name} took ${left} ms, the first page of all orders ${right} ms`);
    };
    await page.goto("/operator/orders");
    const table = page.getByRole("region", { name: "All orders" });
    await table.getByRole("row").nth(10).waitFor();

    await page.mouse.move(640, 600);
    const [first, , last] = [
      await cpuSecondsWhile(page, scroll),
      await cpuSecondsWhile(page, scroll),
      await cpuSecondsWhile(page, scroll),
    ];
    const seen = Number(await table.getByRole("row").last().getAttribute("aria-rowindex"));
    const drawn = await table.getByRole("row").count();
    context.diagnostic(`${seen} rows passed; CPU time: at first ${first} s, at last ${last} s`);
    assert.ok(seen > 100, `scrolled as far as row ${seen}`);
    assert.ok(drawn < 80, `${drawn} rows are drawn at once`);
    assert.ok(last < 3 * first, `scrolling costs ${last} s of CPU time, and cost ${first} s at first`);

    const [service] = await app.db.rows<{ slug: string; name: string }>(
      `select slug, name from services where not restricted order by id offset 12 limit 1`,
    );
    const filters: [string, string, RegExp][] = [
      ["a status", "status=CANCELLED%2CEXPIRED", /Cancelled|Expired/],
      [
        "a service and a pool",
        `service=${service?.slug}&pool=1`,
        new RegExp(`^${RegExp.escape(service?.name ?? "")}$`),
      ],
      ["a number", "q=5550099999", /0099 ?999|555 009 9999/],
      ["an order's id", "q=1050000", /1050000/],
      ["days", "from=2000-01-01&to=2000-01-02", /No orders match/],
      ["nothing alike", "q=99999999999", /No orders match/],
    ];
    for (const [name, query, shown] of filters) {
      const answered = page.waitForResponse((response) => response.url().includes("/operator/orders?"));
      await page.evaluate(
        `history.pushState(null, "", "/operator/orders?${query}"); dispatchEvent(new PopStateEvent("popstate"))`,
      );
      await answered;
      await page.getByText(shown).filter({ visible: true }).first().waitFor();
      await assertQuick(`operator/orders?${query}`, name);
    }
    for (const path of ["operator/overview", "operator/customers", "operator/numbers"])
      await assertQuick(path, path);
    assertNoFaults(browser);
  } finally {
    await browser.close();
  }
});

/** CPU seconds that the page spends meanwhile. */
async function cpuSecondsWhile(page: Page, work: (page: Page) => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const spent = async (): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration")?.value ?? NaN;
  };
  const before = await spent();
  await work(page);
  const seconds = (await spent()) - before;
  await session.detach();
  return seconds;
}

async function scroll(page: Page): Promise<void> {
  for (let turn = 0; turn < 20; turn++) {
    await page.mouse.wheel(0, 600);
    await page.waitForTimeout(30);
  }
}
