import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { startTestApp } from "../helpers/app.ts";
import { addTestMember, signUp } from "../helpers/browser.ts";
import { startMailServer } from "../helpers/mail-server.ts";
import { until } from "../helpers/until.ts";

test("pages are served at their own addresses, to whoever takes pages, under a strict policy", async () => {
  const folder = mkdtempSync(join(tmpdir(), "zapotp-pages-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>pages</title>");
  writeFileSync(join(folder, "assets", "index-abc123.js"), "x");
  writeFileSync(join(folder, ".stamp"), "x");
  const app = await startTestApp({}, undefined, folder);
  const get = (path: string): Promise<Response> => fetch(app.url + path, { redirect: "manual" });
  const browse = (path: string): Promise<Response> =>
    fetch(app.url + path, { headers: { accept: "text/html,application/xhtml+xml,*/*;q=0.8" } });
  try {
    for (const path of [
      "/",
      "/orders",
      "/operator/numbers?q=1",
      "/operator/customers/7",
      "//orders",
      "/%6Frders",
    ]) {
      const response = await browse(path);
      assert.equal(response.status, 200, path);
      const policy = response.headers.get("content-security-policy") ?? "";
      assert.match(policy, /default-src 'none'; script-src 'self';.*frame-ancestors 'none'/);
      assert.equal(response.headers.get("cache-control"), "no-cache");
      assert.equal(response.headers.get("x-content-type-options"), "nosniff");
      assert.equal(response.headers.get("referrer-policy"), "no-referrer");
      assert.match(await response.text(), /<title>pages/);
    }
    assert.match((await get("/assets/index-abc123.js")).headers.get("cache-control") ?? "", /immutable/);
    assert.match(await (await get("/sign-in")).text(), /<title>pages/, "a program that takes anything");
    for (const path of ["/orders/123", "/Orders", "/nothing", "/api/v1/user", "/nothing?a=1"]) {
      const response = await browse(path);
      assert.equal(response.status, 404, path);
      assert.match(await response.text(), /<title>pages/, `${path}: the page says that there is nothing`);
      const program = await get(path);
      assert.equal(program.status, 404, path);
      assert.match(await program.text(), /"code":"not_found"/, path);
    }
    const missing = [
      "/Account/api/v1/user",
      "/account",
      "/dashboard",
      "/assets/gone.js",
      "/gone.png",
      "/.stamp",
      "/account/api/v1/gone",
      "/dashboard/api/gone",
      "/in/gone",
    ];
    for (const path of missing) {
      const response = await browse(path);
      assert.equal(response.status, 404, path);
      assert.match(await response.text(), /"code":"not_found"/, path);
    }
    // A source with a wrong address must not mistake a page for an acknowledgement.
    const message = "?to=15550100000&from=x&text=123456";
    for (const path of [`/${message}`, `/api${message}`, `/orders${message}`])
      assert.equal((await get(path)).status, 404, path);
    const plainText = { headers: { accept: "application/json" } };
    assert.equal((await fetch(app.url, plainText)).status, 404, "who takes no page");
    assert.match(await (await get("/docs/")).text(), /<title>pages/);
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test("without pages the reference is at the root", async () => {
  const app = await startTestApp();
  const response = await fetch(app.url, { redirect: "manual" });
  assert.equal(response.headers.get("location"), "/docs");
  await app.close();
});

test("letters leave by SMTP after the commit, again when the server would not take them, and are erased then", async () => {
  const mail = await startMailServer();
  const app = await startTestApp({
    SMTP_URL: mail.url,
    MAIL_FROM: "Shop <shop@example.com>",
    SIGN_UP: "open",
  });
  try {
    mail.refuse = true;
    const { email } = await signUp(app);
    const errorOf = () => app.db.rows<{ error: string | null }>(`select error from outbox`);
    await until(errorOf, ([row]) => /not now/.test(row?.error ?? ""));
    mail.refuse = false;
    app.clock.advance(60);
    await until(
      async () => mail.letters.length,
      (count) => count === 1,
    );
    const [letter = ""] = mail.letters;
    assert.match(letter, new RegExp(`To: ${email}`));
    assert.match(letter, /From: Shop <shop@example\.com>/);
    assert.match(letter.replace(/=\n/g, ""), /\/confirm#token=/);
    const sent = () => app.db.rows(`select 1 from outbox where sent_at is not null`);
    await until(sent, ({ length }) => length === 1);
    const operator = await (await addTestMember(app, 0, "operator")).signIn();
    const [left] = (await operator.get("operator/outbox")).body.data as {
      text: string | null;
      state: string;
    }[];
    assert.deepEqual([left?.text, left?.state], [null, "sent"]);
    assert.ok(!(await operator.get("operator/health")).text.includes(mail.url), "it may hold a password");
  } finally {
    await app.close();
    mail.close();
  }
});

test("where sign-up is closed, nobody signs up", async () => {
  const app = await startTestApp({ SIGN_UP: "closed" });
  await assert.rejects(signUp(app), /sign_up_closed/);
  await app.close();
});
