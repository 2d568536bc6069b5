import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { sealOrderCode } from "../../src/domain/orders/sealed-code.ts";
import { csvLine } from "../../src/kit/csv.ts";
import { projectRoot } from "../../src/kit/paths.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { addTestMember, newestLink, openBrowser, signUp, type Browser } from "../helpers/browser.ts";
import { clientFor } from "../helpers/client.ts";
import { startMailServer, type MailServer } from "../helpers/mail-server.ts";
import { speak } from "../helpers/raw.ts";
import { addSource } from "../helpers/stock.ts";
import { until } from "../helpers/until.ts";

// Input of people is a value everywhere, and never a piece of SQL, of a header, of a letter, of a log line, or of a
// table that a spreadsheet evaluates.

let app: TestApp;
let mail: MailServer;
let operator: Browser;
before(async () => {
  mail = await startMailServer();
  app = await startTestApp({ LOG_LEVEL: "silent", SMTP_URL: mail.url });
  operator = await (await addTestMember(app, 0, "operator")).signIn();
});
after(async () => {
  await app.close();
  mail.close();
});

test("SQL is constant text: no query is put together from values", () => {
  const calls: string[] = [];
  const files = globSync("src/**/*.ts", { cwd: projectRoot }).filter((file) => !file.endsWith(".test.ts"));
  for (const file of files) {
    const source = readFileSync(join(projectRoot, file), "utf8");
    for (const [, text = ""] of source.matchAll(/\.(?:rows|query)(?:<[^>]*>)?\(\s*`([^`]*)`/g))
      for (const [, inserted = ""] of text.matchAll(/\$\{([^}]*)\}/g)) calls.push(`${file}: ${inserted}`);
  }
  // Only lists of columns and the like are interpolated: constants of the same file, or one of two words.
  const isChoice = /^[\w= "]+ \? "[^"]*" : "[^"]*"$/;
  for (const call of calls) {
    const [, file = "", inserted = ""] = /^(\S+): ([^]*)$/.exec(call) ?? [];
    const source = readFileSync(join(projectRoot, file), "utf8");
    const name = /^\w+/.exec(inserted)?.[0] ?? "";
    const isConstant = new RegExp(
      `^(export )?(const|function) ${name}\\b|^import [^;]*\\b${name}\\b`,
      "m",
    ).test(source);
    assert.ok(isChoice.test(inserted) || isConstant, `${call} goes into SQL`);
  }
  assert.ok(calls.length > 10);
});

const hostile = [
  "' or '1'='1",
  "'; drop table orders; --",
  '" or ""="',
  "\\'; create table injected (); --",
  "1) union select password_hash from members --",
  "%' or username like '%",
  "$1",
  "${1}",
  "'||(select 1)||'",
];

test("SQL in whatever people search, name or say finds nothing, breaks nothing and comes back as it was", async () => {
  const { browser } = await signUp(app);
  const account = await app.account(100_000);
  const client = clientFor(app, account.testKey);
  for (const text of hostile) {
    for (const name of ["q", "service", "country", "status", "from", "before"])
      assert.equal((await client.get("/orders", { [name]: text })).status, 400, text);
    for (const path of ["customers", "services", "audit"]) {
      const reply = await operator.get(`operator/${path}?q=${encodeURIComponent(text)}`);
      assert.deepEqual([reply.status, reply.body.data], [200, []], `${path} ${text}`);
    }
    const audit = await operator.get(
      `operator/audit?actor=${encodeURIComponent(text)}&action=${encodeURIComponent(text)}`,
    );
    assert.deepEqual(audit.body.data, []);
    const short = text.slice(0, 64);
    const sandbox = { mode: "test" } as const;
    assert.equal((await browser.post("keys", { name: short }, sandbox)).status, 200);
    const [key] = (await browser.get("keys", sandbox)).body.data as { name: string }[];
    assert.equal(key?.name, short);
    const credit = { mode: "live", amount: "1.00", reason: text, reference: `a ${text}`.slice(0, 100) };
    assert.equal((await operator.post(`operator/customers/${account.accountId}/credit`, credit)).status, 200);
    assert.equal((await openBrowser(app).post("sign-in", { username: text, password: text })).status, 401);
  }
  const [{ reason } = { reason: "" }] = await app.db.rows<{ reason: string }>(
    `select reason from postings p join wallets w on w.id = p.wallet_id where w.account_id = $1 order by seq desc limit 1`,
    [account.accountId],
  );
  assert.equal(reason, hostile.at(-1));
  assert.deepEqual(await app.db.rows(`select to_regclass('injected') as made`), [{ made: null }]);
  assert.ok((await app.db.rows(`select 1 from members limit 1`)).length > 0);
});

test("a line end in a value makes no header: in the address, in names, in what is downloaded", async () => {
  const account = await app.account();
  const owner = await (await addTestMember(app, account.accountId, "owner")).signIn();
  const end = "%0d%0aX-Injected:%20yes";
  for (const path of [
    `/nothing${end}`,
    `/docs${end}`,
    `/account/api/v1/user?api_key=${end}`,
    `/${end}?x=${end}`,
  ]) {
    const answer = await speak(app, `GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
    assert.equal(answer.headers["x-injected"], undefined, path);
  }
  await app.db.rows(`update accounts set username = $2 where id = $1`, [
    account.accountId,
    'a"\r\nX-Injected: yes; b',
  ]);
  const exported = await owner.get("account/export");
  assert.equal(exported.status, 200);
  assert.equal(exported.headers.get("x-injected"), null);
  assert.match(
    exported.headers.get("content-disposition") ?? "",
    /^attachment; filename="zapotp-[\w.-]+\.json"$/,
  );
  const settings = { answer: { contentType: "text/plain\r\nX-Injected: yes" } };
  const source = await operator.post("operator/sources", { kind: "generic", name: "x", settings });
  assert.equal(source.status, 400, source.text);
});

test("a line end in an address or a name makes no further recipient, and no header of a letter", async () => {
  const { browser } = await signUp(app);
  for (const email of [
    "a@example.com\r\nBcc: evil@example.com",
    "a@example.com, evil@example.com",
    "a@example.com\0",
    "<a@example.com> evil",
    "a b@example.com",
  ]) {
    const reply = await browser.post("team/invitations", { email, role: "viewer" });
    assert.equal(reply.status, 400, JSON.stringify(email));
  }
  const account = await app.account();
  await app.db.rows(`update accounts set username = $2 where id = $1`, [
    account.accountId,
    "evil\r\nBcc: evil@example.com",
  ]);
  const owner = await (await addTestMember(app, account.accountId, "owner")).signIn();
  const email = `"inquotes"@example.com`;
  assert.equal((await owner.post("team/invitations", { email, role: "viewer" })).status, 200);
  assert.ok(await newestLink(app, email));
  const letter = await until(
    async () => mail.letters.find((text) => text.includes("inquotes")),
    (text) => text !== undefined,
  );
  const [head = ""] = (letter ?? "").split("\n\n");
  assert.doesNotMatch(head, /^Bcc:/im);
  assert.match(head, /^To: .*inquotes.*@example\.com/m);
});

test("a line end in what is logged stays within its line", async () => {
  const program = `import { createLog } from ${JSON.stringify(join(projectRoot, "src/kit/log.ts"))};
    const evil = 'x\\n{"level":60,"msg":"forged"}\\r\\u001b[31m';
    const log = createLog("info");
    log.warn({ actor: evil, err: new Error(evil) }, evil);`;
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
    encoding: "utf8",
  });
  const lines = stdout.trimEnd().split("\n");
  assert.equal(lines.length, 1, stdout);
  const { actor, msg } = JSON.parse(lines[0] as string) as { actor: string; msg: string };
  assert.ok(actor.includes("forged") && msg.includes("forged"));
  assert.ok(![...stdout.trimEnd()].some((character) => character < " "));
});

test("CSV: no cell is a formula, and numbers stay numbers", () => {
  const formulas = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "＝1",
    "＠x",
    "-",
    "--1",
    "-1-1",
    "=cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
  ];
  for (const formula of formulas) {
    const line = csvLine([formula]);
    const cell = line.startsWith('"') ? line.slice(1, -3).replaceAll('""', '"') : line.slice(0, -2);
    assert.equal(cell, `'${formula}`, JSON.stringify(line));
  }
  for (const number of ["0", "-1", "-450.00", "12345678901", "1.5"])
    assert.equal(csvLine([number]), `${number}\r\n`);
  assert.equal(csvLine(['a";=1', "b;=1", "c\t=1"]), '"a"";=1","b;=1","c\t=1"\r\n');
});

test("CSV: what a customer or an operator wrote comes out of every export as text", async () => {
  const { accountId } = await app.account(100_000);
  const owner = await (await addTestMember(app, accountId, "owner")).signIn();
  const reason = '=HYPERLINK("https://evil.example","x")';
  const debit = { mode: "live", amount: "-5.00", reason, may_owe: true };
  assert.equal((await operator.post(`operator/customers/${accountId}/credit`, debit)).status, 200);
  assert.equal(
    (await operator.post(`operator/customers/${accountId}/credit`, { ...debit, amount: "-2000.00" })).status,
    200,
  );
  const statement = (await owner.get("wallet/statement?format=csv")).text;
  assert.ok(statement.includes(`"'=HYPERLINK(""https://evil.example"",""x"")"`), statement);
  assert.match(statement, /,2000\.00,-1005\.00,/, "what is owed is a number");
  // A code is text from a stranger.
  const client = clientFor(app, (await app.account()).testKey);
  const rented = await client.post("/rent", { action: "rent", service: "whatsapp", country: "US" });
  const { order_id: orderId } = rented.body.data as { order_id: string };
  const sealed = sealOrderCode(app.sealer, Number(orderId), "=1+1");
  await app.db.rows(`update orders set code_sealed = $2 where order_id = $1`, [Number(orderId), sealed]);
  const csv = (await client.get("/orders", { format: "csv" })).text;
  assert.match(csv, /,'=1\+1,/);
});

test("a message is text wherever it is shown: what it holds runs nowhere", async () => {
  const source = await addSource(app);
  const text = `<img src=x onerror=alert(1)> your code is 4711 {{7*7}} \u202e\r\nX-Injected: yes`;
  const sent = await source.send({ to: "15550190000", from: "<script>", text, id: "1" });
  assert.equal(sent.status, 200);
  assert.equal(sent.headers.get("x-injected"), null);
  const reply = await operator.get("operator/messages?reveal=1");
  assert.match(reply.headers.get("content-type") ?? "", /^application\/json/);
  const [message] = reply.body.data as { text: string; sender: string }[];
  assert.deepEqual([message?.text, message?.sender], [text, "<script>"]);
  const sources = globSync("web/src/**/*.{ts,tsx}", { cwd: projectRoot });
  assert.ok(sources.length > 20);
  for (const file of sources)
    assert.doesNotMatch(
      readFileSync(join(projectRoot, file), "utf8"),
      /dangerouslySetInnerHTML|\.innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|["'`]javascript:/,
      file,
    );
});
