import assert from "node:assert/strict";
import { createPublicKey, verify } from "node:crypto";
import { test } from "node:test";
import { createSealer } from "../../src/kit/seal.ts";
import { issueCertificate } from "../../src/domain/certificates/issue.ts";
import { startTestApp } from "../helpers/app.ts";
import { addTestMember, openBrowser, type Browser, type Reply } from "../helpers/browser.ts";
import { clientFor, rentBody } from "../helpers/client.ts";
import { beforeTests, perFile } from "../helpers/fixtures.ts";
import { stock } from "../helpers/stock.ts";
import type { CertificateKeys, CheckedCertificate } from "#answers/certificates.ts";

const app = perFile(() => startTestApp());
let account: Awaited<ReturnType<typeof app.account>>;
let viewer: Browser;
let orderId: string;
let number: string;

beforeTests(async () => {
  [number = ""] = await stock(app, 1);
  await app.account(); // Accounts and wallets must not have the same ids by chance.
  account = await app.account(1_000_000);
  viewer = await (await addTestMember(app, account.accountId, "viewer")).signIn();
  const client = clientFor(app, account.liveKey);
  const rented = await client.post("/rent", rentBody({ service: "whatsapp" }));
  orderId = (rented.body.data as { order_id: string }).order_id;
});

const certify = (browser: Browser, id = orderId, mode: "live" | "test" = "live"): Promise<Reply> =>
  browser.get(`orders/${id}/certificate`, { mode });
const textOf = (reply: Reply): string => {
  assert.equal(reply.status, 200, reply.text);
  return (reply.body.data as { text: string }).text;
};
/** As somebody who is not signed in and never was. */
const check = async (text: string): Promise<CheckedCertificate["facts"]> =>
  ((await openBrowser(app).post("certificates/check", { text })).body.data as CheckedCertificate).facts;

test("whoever may see an order gets a certificate, and anybody can check it, here or by themselves", async () => {
  const began = app.clock.now();
  const open = textOf(await certify(viewer));
  assert.match(open, /^To: still rented when this was issued$/m);
  app.clock.advance(300);
  const client = clientFor(app, account.liveKey);
  assert.equal((await client.post("/cancel", { order_id: orderId })).status, 200);
  const text = textOf(await certify(viewer));
  const facts = new Map((await check(text))?.map(({ name, value }) => [name, value]));
  assert.deepEqual(
    ["Issued by", "Number", "Country", "Rented to", "Rented for", "Order"].map((name) => facts.get(name)),
    [app.url, `+${number}`, "US", account.username, "WhatsApp", orderId],
  );
  const [from = 0, to = 0] = ["From", "To"].map((name) => Date.parse(facts.get(name) ?? ""));
  assert.ok(from <= began.getTime() && to - from >= 300_000 && to <= app.clock.now().getTime(), text);
  assert.equal(facts.size, 9, "nothing else");
  assert.ok(await check(open), "an earlier one stays genuine");

  const [key] = (await openBrowser(app).get("certificates/keys")).body.data as CertificateKeys;
  const [, body = "", signature = ""] = /^([^]*)\nSignature: (\S+)\n$/.exec(text) ?? [];
  assert.ok(
    verify(
      null,
      Buffer.from(body),
      createPublicKey(key?.public_key ?? ""),
      Buffer.from(signature, "base64url"),
    ),
  );
});

test("a text that was changed is not genuine, and pasting does not change it", async () => {
  const text = textOf(await certify(viewer));
  for (const [what, pasted] of [
    ["line ends", text.replaceAll("\n", "\r\n")],
    ["blanks", text.replaceAll("\n", "  \n\n  ")],
    ["no end", text.trimEnd()],
  ] as const)
    assert.ok(await check(pasted), what);
  for (const [what, forged] of [
    ["another number", text.replace(number, "15550199999")],
    ["another holder", text.replace(account.username, "somebody")],
    ["another time", text.replace(/^From: \d{4}/m, "From: 2020")],
    ["another line", text.replace("\nKey:", "\nRented to: somebody\nKey:")],
    ["a line less", text.replace(/\nTo: .*/, "")],
    ["another key", text.replace(/^Key: \d+/m, "Key: 999")],
    ["another signature", text.replace(/Signature: ...../, "Signature: AAAAA")],
    ["no signature", text.replace(/Signature: .*/, "")],
    ["two of them", text + text],
    ["something", "<script>alert(1)</script>"],
    ["a number out of range", text.replace(/^Key: \d+/m, "Key: 99999999999")],
  ] as const)
    assert.equal(await check(forged), null, what);
  const long = await openBrowser(app).post("certificates/check", { text: "x".repeat(4001) });
  assert.deepEqual([long.status, long.body.field], [400, "text"]);
});

test("nobody gets one for an order of others, one that does not exist, or the sandbox", async () => {
  const other = await app.account(1_000_000);
  const stranger = await (await addTestMember(app, other.accountId, "owner")).signIn();
  assert.deepEqual(
    [(await certify(stranger)).status, (await certify(stranger)).body.code],
    [404, "order_not_found"],
  );
  assert.equal((await certify(viewer, "1")).body.code, "order_not_found");
  const sandbox = await clientFor(app, account.testKey).post("/rent", rentBody());
  const { order_id: testId } = sandbox.body.data as { order_id: string };
  const refused = await certify(viewer, testId, "test");
  assert.deepEqual([refused.status, refused.body.code], [409, "certificate_for_live_only"]);
  assert.equal((await certify(viewer, orderId, "test")).body.code, "order_not_found");
  assert.equal((await openBrowser(app).get(`orders/${orderId}/certificate`)).status, 401);
});

test("with the encryption key lost, a new key signs, and what the old one signed can still be checked", async () => {
  const before = textOf(await certify(viewer));
  const [row] = await app.db.rows<{ id: number }>(`select id from wallets where account_id = $1 and mode = 'live'`, [account.accountId]); // prettier-ignore
  const wallet = { id: row?.id ?? 0, mode: "live" } as const;
  const deps = { ...app, sealer: createSealer(Buffer.alloc(32, 1)) };
  const input = { wallet, holder: account.username, orderId: Number(orderId), issuer: app.url };
  const after = await issueCertificate(deps, input);
  const keyOf = (text: string) => /^Key: (\d+)$/m.exec(text)?.[1];
  assert.notEqual(keyOf(before), keyOf(after));
  assert.ok((await check(before)) && (await check(after)));
  const both = await Promise.all([1, 2, 3].map(() => issueCertificate(deps, input)));
  assert.equal(new Set([after, ...both].map(keyOf)).size, 1, "it is made once");
});
