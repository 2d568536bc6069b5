import assert from "node:assert/strict";
import { createCipheriv, randomBytes } from "node:crypto";
import { test } from "node:test";
import { openPayOut, sealPayOut } from "../../src/domain/accounts/sealed-pay-out.ts";
import { openContact, openWords } from "../../src/domain/cases/abuse/sealed-case.ts";
import { openKey, sealKey } from "../../src/domain/certificates/sealed-key.ts";
import { openLetter } from "../../src/domain/mail/sealed-letter.ts";
import type { Member } from "../../src/domain/members/member.ts";
import { openPendingTotp, openTotp, sealTotp } from "../../src/domain/members/sealed-totp.ts";
import { openRaw } from "../../src/domain/messages/parts/joined.ts";
import { openCode, openText } from "../../src/domain/messages/sealed-message.ts";
import { openTarget } from "../../src/domain/push/sealed-push.ts";
import { openOrderCode } from "../../src/domain/orders/sealed-code.ts";
import { openFile, openNote } from "../../src/domain/accounts/verification/sealed-evidence.ts";
import { listSealedColumns } from "../../src/domain/sealing/queries.ts";
import { openSettings } from "../../src/domain/sources/sealed-settings.ts";
import { openScheduled } from "../../src/domain/sandbox/sealed-text.ts";
import type { Sealer } from "../../src/kit/seal.ts";
import { startTestApp } from "../helpers/app.ts";
import { perFile } from "../helpers/fixtures.ts";
import { addTestMember, goodPassword } from "../helpers/browser.ts";
import { clientFor } from "../helpers/client.ts";
import { rent, send, sms } from "../helpers/orders.ts";
import { somebodysKeys } from "../helpers/push.ts";
import { openSource } from "../helpers/source.ts";
import { addSource } from "../helpers/stock.ts";

const app = perFile(() => startTestApp({ SANDBOX_MESSAGE_SECONDS: "3600", LOG_LEVEL: "silent" }));

const message = `source_id as "sourceId", number, source_key as "sourceKey", text_sealed as "textSealed", code_sealed as "codeSealed"`;
const member = `id, totp_sealed as "totpSealed", totp_pending_sealed as "totpPendingSealed"`;

interface Evidence {
  accountId: number;
  sealed: Buffer;
}

/** How each sealed column is read: the columns that the reader gets, and the reader. */
const readers: Record<string, { row: string; open: (sealer: Sealer, row: never) => unknown }> = {
  "abuse_entries.words_sealed": { row: `id, words_sealed as "wordsSealed"`, open: openWords },
  "abuse_reports.contact_sealed": { row: `id, contact_sealed as "contactSealed"`, open: openContact },
  "accounts.pay_out_to_sealed": { row: `id, pay_out_to_sealed as "payOutToSealed"`, open: openPayOut },
  "certificate_keys.private_sealed": {
    row: `public_key as "publicKey", private_sealed as "privateSealed"`,
    open: openKey,
  },
  "members.totp_sealed": { row: member, open: openTotp },
  "members.totp_pending_sealed": { row: member, open: openPendingTotp },
  "message_parts.raw_sealed": {
    row: `long_message_id as "longMessageId", part, charset, raw_sealed as "rawSealed"`,
    open: openRaw,
  },
  "messages.text_sealed": { row: message, open: openText },
  "messages.code_sealed": { row: message, open: openCode },
  "orders.code_sealed": { row: `order_id as "orderId", code_sealed as "codeSealed"`, open: openOrderCode },
  "outbox.text_sealed": { row: `id, recipient, text_sealed as "textSealed"`, open: openLetter },
  "push_subscriptions.target_sealed": {
    row: `session_id as "sessionId", target_sealed as "targetSealed"`,
    open: openTarget,
  },
  "sandbox_messages.text_sealed": {
    row: `order_id as "orderId", text_sealed as "textSealed"`,
    open: openScheduled,
  },
  "verifications.note_sealed": {
    row: `account_id as "accountId", note_sealed as sealed`,
    open: (sealer: Sealer, { accountId, sealed }: Evidence) => openNote(sealer, accountId, sealed),
  },
  "verifications.file_sealed": {
    row: `account_id as "accountId", file_sealed as sealed`,
    open: (sealer: Sealer, { accountId, sealed }: Evidence) => openFile(sealer, accountId, sealed),
  },
  "sources.settings": {
    row: `token_hash as "tokenHash", settings as "settingsSealed"`,
    open: openSettings,
  },
};

/** At least two rows with a value in every column, each created as the server creates it. */
async function fill(): Promise<void> {
  const source = await addSource(app);
  const parts = await openSource(app, "generic", {
    settings: {
      auth: { kind: "none" },
      fields: { partReference: "ref", partTotal: "of", partNumber: "part" },
    },
  });
  for (const digit of ["1", "2"]) {
    const { accountId, testKey } = await app.account();
    const client = clientFor(app, testKey);
    await send(client, await rent(client), `Your WhatsApp code is 48215${digit}`);
    assert.equal(
      (await source.send({ to: "15550190000", from: "X", text: `${digit}`, id: digit })).status,
      200,
    );
    const part = { to: "15550190000", from: "X", text: digit, ref: digit, of: "2", part: "1" };
    const sent = await parts.send(JSON.stringify(part), { "content-type": "application/json" });
    assert.equal(sent.status, 200);
    await app.db.rows(`update accounts set pay_out_to_sealed = $2 where id = $1`, [
      accountId,
      sealPayOut(app.sealer, accountId, `account 000${digit}`),
    ]);
    await app.db.rows(
      `insert into certificate_keys (public_key, private_sealed, created_at) values ($1, $2, now())`,
      [Buffer.from(digit), sealKey(app.sealer, Buffer.from(digit), `key ${digit}`)],
    );
    const somebody = await addTestMember(app, accountId, "owner");
    const browser = await somebody.signIn();
    assert.equal((await browser.post("totp/begin", { password: goodPassword })).status, 200);
    const target = { ...somebodysKeys(), endpoint: `https://push.example.org/${digit}` };
    assert.equal((await browser.call("PUT", "push", target)).status, 200);
    const other = await addTestMember(app, accountId, "viewer");
    await app.db.rows(`update members set totp_sealed = $2 where id = $1`, [
      other.id,
      sealTotp(app.sealer, other.id, `SECRET${digit}`),
    ]);
    const data = Buffer.from(`%PDF-1.7 ${digit}`).toString("base64");
    const file = { name: "x.pdf", type: "application/pdf", data };
    const asked = await browser.post("verification", { tier: "verified", note: `note ${digit}`, file });
    assert.equal(asked.status, 200, asked.text);
    const about = { number: `1555019000${digit}`, category: "fraud", text: `It was number ${digit}.` };
    const reported = await browser.post("report", { ...about, email: `eve${digit}@example.com` });
    assert.equal(reported.status, 200, reported.text);
    await browser.post("team/invitations", { email: `new${digit}@example.com`, role: "viewer" });
  }
}

test("a sealed value opens in its own row and column, and in no other", async () => {
  await fill();
  const columns = (await listSealedColumns(app.db)).map(({ table, column }) => `${table}.${column}`);
  assert.deepEqual([...columns, "sources.settings"].toSorted(), Object.keys(readers).toSorted());
  for (const [name, { row, open }] of Object.entries(readers)) {
    const [table = "", column = ""] = name.split(".");
    const find = (): Promise<never[]> =>
      app.db.rows(`select ${row} from ${table} where ${column} is not null order by ctid desc limit 2`);
    const opened = (await find()).map((found) => JSON.stringify(open(app.sealer, found)));
    assert.equal(new Set(opened).size, 2, `${name}: ${opened.join()}`);
    await app.db.rows(
      `with pair as (select ctid as at, ${column} as value, row_number() over (order by ctid desc) as n
         from ${table} where ${column} is not null order by ctid desc limit 2)
       update ${table} t set ${column} = o.value from pair p join pair o on o.n = 3 - p.n where t.ctid = p.at`,
    );
    for (const found of await find()) assert.throws(() => open(app.sealer, found), name);
  }
});

test("what an earlier version sealed for anywhere is bound at the next start, and opens before and after", async () => {
  const unbound = (text: string, first: number): Buffer => {
    const iv = Buffer.concat([Buffer.of(first), randomBytes(11)]);
    const cipher = createCipheriv("aes-256-gcm", Buffer.from(app.encryptionKey, "hex"), iv);
    const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]);
  };
  const { accountId } = await app.account();
  const people = [await addTestMember(app, accountId, "owner"), await addTestMember(app, accountId, "owner")];
  const [source, other] = [await addSource(app), await addSource(app)];
  const settings = JSON.stringify({ auth: { kind: "none" } });
  await app.db.rows(`update sources set settings = $2 where id = $1`, [source.id, unbound(settings, 7)]);
  for (const [n, { id }] of people.entries())
    await app.db.rows(`update members set totp_sealed = $2, totp_pending_sealed = $3 where id = $1`, [
      id,
      unbound(`SECRET${n}`, 1), // Like one in 256, it begins like a value that is bound.
      unbound(`PENDING${n}`, 250),
    ]);
  const sms = { to: "15550190009", from: "x", text: "y" };
  assert.equal((await source.send({ ...sms, id: "before" })).status, 200);
  await (await app.sibling()).close();
  assert.equal((await source.send({ ...sms, id: "after" })).status, 200);
  const find = (): Promise<Member[]> =>
    app.db.rows(
      `select id, totp_sealed as "totpSealed", totp_pending_sealed as "totpPendingSealed" from members where id = any($1::bigint[]) order by id`,
      [people.map(({ id }) => id)],
    );
  const members = await find();
  assert.deepEqual(
    members.map((row) => [openTotp(app.sealer, row), openPendingTotp(app.sealer, row)]),
    [
      ["SECRET0", "PENDING0"],
      ["SECRET1", "PENDING1"],
    ],
  );
  const swapped = { ...members[0], totpSealed: members[1]?.totpSealed } as Member;
  assert.throws(() => openTotp(app.sealer, swapped));
  const [one, two] = await app.db.rows<{ tokenHash: Buffer; settingsSealed: Buffer }>(
    `select token_hash as "tokenHash", settings as "settingsSealed" from sources where id in ($1, $2) order by id`,
    [source.id, other.id],
  );
  assert.ok(one && two);
  assert.throws(() => openSettings(app.sealer, { ...two, settingsSealed: one.settingsSealed }));
  await (await app.sibling()).close();
  assert.deepEqual(await find(), members, "at the second start nothing is left to do");
});

test("a code that was put into another's order is shown to nobody", async () => {
  const [one, other] = [
    clientFor(app, (await app.account()).testKey),
    clientFor(app, (await app.account()).testKey),
  ];
  const [mine, theirs] = [await rent(one), await rent(other)];
  await send(one, mine, "Your WhatsApp code is 111222");
  await send(other, theirs, "Your WhatsApp code is 333444");
  assert.equal((await sms(one, mine)).sms_code, "111222");
  await app.db.rows(
    `update orders set code_sealed = (select code_sealed from orders where order_id = $2) where order_id = $1`,
    [Number(mine.order_id), Number(theirs.order_id)],
  );
  const answer = await one.get("/sms", { order_id: mine.order_id });
  assert.equal(answer.status, 500);
  assert.doesNotMatch(answer.text, /333444/);
  assert.equal((await sms(other, theirs)).sms_code, "333444");
});
