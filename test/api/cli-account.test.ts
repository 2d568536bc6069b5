import assert from "node:assert/strict";
import { userInfo } from "node:os";
import { after, before, test } from "node:test";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { assertBooks } from "../helpers/books.ts";
import { clientFor } from "../helpers/client.ts";
import { toolFor, type RunTool } from "../helpers/tool.ts";

interface Account {
  account_id: string;
  live_key: string;
  test_key: string;
  balance: string;
}

let app: TestApp;
let run: RunTool;
let shop: Account;

before(async () => {
  app = await startTestApp();
  run = toolFor(app);
  shop = (await run(["account", "create", "--username", "shop", "--balance", "5000.00", "--json"])).json;
});
after(() => app.close());

test("an account is made while the server runs, and its keys work at once", async () => {
  assert.match(shop.account_id, /^\d+$/);
  assert.equal(shop.balance, "5000.00");
  const live = await clientFor(app, shop.live_key).get("/user");
  assert.match(live.text, /"username":"shop","balance":5000\.00,"currency":"NGN"/);
  assert.equal((await clientFor(app, shop.test_key).get("/user")).status, 200);
});

test("people read the keys once, and are told so beside them", async () => {
  const told = await run(["account", "create", "--username", "reader"]);
  assert.equal(told.code, 0);
  assert.match(
    told.stdout,
    /^account id {2}\d+\nusername +reader\nbalance +0\.00 NGN\nlive key +zap_live_\w+\ntest key +zap_test_\w+\n$/,
  );
  assert.match(told.stderr, /shown this once/);
});

test("a name that is taken is refused in one sentence", async () => {
  const told = await run(["account", "create", "--username", "Shop"]);
  assert.deepEqual([told.code, told.stdout, told.stderr], [1, "", 'An account "Shop" already exists.\n']);
  const json = await run(["account", "create", "--username", "Shop", "--json"]);
  assert.equal(json.code, 1);
  assert.deepEqual([json.error.status, json.error.code], ["error", "username_taken"]);
});

test("credits and adjustments stand on the statement, and the books stay right", async () => {
  const pay = ["account", "credit", "shop", "2500.00", "--reason", "top-up", "--reference", "transfer 7"];
  assert.equal((await run(["--as", "ada", ...pay])).code, 0);
  const nobody = await run([...pay, "--as", "<ada>", "--json"]);
  assert.deepEqual([nobody.code, nobody.error.field], [1, "as"], nobody.stderr);
  const again = await run([...pay, "--json"]);
  assert.deepEqual([again.code, again.error.code], [1, "reference_used"]);
  const unnamed = await run(["account", "credit", "shop", "1", "--reason", "top-up", "--json"]);
  assert.deepEqual([unnamed.error.code, unnamed.error.field], ["invalid_request", "reference"]);
  const taken = await run([
    "account",
    "credit",
    shop.account_id,
    "-150.50",
    "--reason",
    "chargeback",
    "--json",
  ]);
  assert.deepEqual(taken.json, {
    account_id: shop.account_id,
    username: "shop",
    mode: "live",
    amount: "-150.50",
    balance: "7349.50",
    currency: "NGN",
  });
  const { json } = await run(["account", "statement", "shop", "--json", "--limit", "2"]);
  const { lines, balance } = json as { lines: Record<string, unknown>[]; balance: string };
  assert.equal(balance, "7349.50");
  assert.deepEqual(
    lines.map(({ kind, amount, spendable_after, reason }) => [kind, amount, spendable_after, reason]),
    [
      ["adjustment", "150.50", "7349.50", "chargeback"],
      ["credit", "2500.00", "7500.00", "top-up"],
    ],
  );
  assert.deepEqual(
    lines.map(({ reference }) => reference),
    [null, "transfer 7"],
  );
  await assertBooks(app.db);
  const actions = await app.db.rows(
    `select actor, action from audit_log where action like 'wallet.%' order by id`,
  );
  assert.deepEqual(actions, [
    { actor: "operator ada", action: "wallet.credit" },
    { actor: `operator ${userInfo().username}`, action: "wallet.adjustment" },
  ]);
});

test("what would be owed is named, a large amount is given twice", async () => {
  const credit = (...args: string[]) =>
    run(["account", "credit", "shop", ...args, "--reason", "x", "--json"]);
  const owed = await credit("-9999999.00", "--confirm", "-9999999.00");
  assert.deepEqual([owed.code, owed.error.code, owed.error.balance], [1, "balance_below_zero", "7349.50"]);
  const large = ["600000.00", "--reference", "transfer 8"];
  assert.equal((await credit(...large)).error.code, "amount_not_confirmed");
  assert.equal((await credit(...large, "--confirm", "60000.00")).error.code, "amount_not_confirmed");
  assert.equal((await credit(...large, "--confirm", "600000.00")).code, 0);
  assert.equal((await credit("-600000.00", "--confirm", "-600000.00")).code, 0);
  assert.equal((await credit("-7350.00", "--may-owe")).code, 0);
  assert.equal((await credit("1000.00", "--reference", "transfer 9")).code, 0);
  await assertBooks(app.db);
});

test("live and play money are apart", async () => {
  const before = await clientFor(app, shop.live_key).get("/user");
  assert.equal((await run(["account", "credit", "shop", "1", "--reason", "play", "--test"])).code, 0);
  assert.equal((await clientFor(app, shop.live_key).get("/user")).text, before.text);
});

test("a key is made with its limits, listed without its secret, and dead from the revocation on", async () => {
  const options =
    "--name site --scopes read --allow-ip 127.0.0.1,2001:db8::/32 --daily-cap 1000.00 --expires 2999-01-01";
  const made = await run(["key", "create", "shop", ...options.split(" "), "--json"]);
  const { id, key } = made.json as { id: number; key: string };
  const client = clientFor(app, key);
  assert.equal((await client.get("/user")).status, 200);
  assert.equal(
    (await client.post("/rent", { action: "rent", service: "whatsapp", country: "US" })).status,
    403,
  );

  const listed = await run(["key", "list", "shop", "--json"]);
  assert.ok(!listed.stdout.includes(key));
  const site = (listed.json as Record<string, unknown>[]).find((entry) => entry["id"] === id);
  assert.deepEqual(
    [site?.["scopes"], site?.["allowed_ips"], site?.["daily_cap"], site?.["expires_at"]],
    [["read"], ["127.0.0.1/32", "2001:db8::/32"], "1000.00", "2999-01-01T00:00:00.000Z"],
  );

  assert.equal((await run(["key", "revoke", String(id)])).code, 0);
  assert.equal((await client.get("/user")).status, 401);
  assert.equal((await run(["key", "revoke", String(id)])).code, 0, "again changes nothing");
  assert.equal((await app.db.rows(`select from audit_log where action = 'key.revoke'`)).length, 1);
  assert.equal((await run(["key", "revoke", "999999", "--json"])).error.code, "key_not_found");
});

const refused: [string[], number, RegExp][] = [
  [["account", "credit", "nobody", "1", "--reason", "x"], 1, /^There is no account "nobody"\.$/],
  [["account", "credit", "shop", "1"], 2, /--reason/],
  [["key", "create", "shop", "--expires", "2020-01-01"], 1, /is in the past/],
  [["key", "create", "shop", "--allow-ip", "10.0.0.0/33"], 1, /not an address or network/],
];
for (const [args, code, why] of refused) {
  test(`refused with ${code}: ${args.join(" ")}`, async () => {
    const told = await run(args);
    assert.equal(told.code, code, told.stderr);
    assert.match(told.stderr.trim(), why);
    assert.equal(told.stdout, "");
  });
}

test("errors of usage are JSON, too, when it is asked for", async () => {
  const told = await run(["acount", "list", "--json"]);
  assert.equal(told.code, 2);
  assert.deepEqual(told.error, {
    status: "error",
    code: "usage",
    message: "unknown command 'acount' (Did you mean account?)",
  });
});
