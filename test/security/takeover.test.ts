import assert from "node:assert/strict";
import { test } from "node:test";
import { Secret, TOTP } from "otpauth";
import { startTestApp } from "../helpers/app.ts";
import { perFile } from "../helpers/fixtures.ts";
import {
  addTestMember,
  confirm,
  goodPassword,
  newestLink,
  openBrowser,
  signUp,
  type Browser,
  type SignedUp,
} from "../helpers/browser.ts";
import type { Ended } from "#answers/member.ts";

// An account that somebody else had access to: before its owner's address was confirmed, through a former mailbox, or
// through what a former member created.

const app = perFile(() => startTestApp({ LOG_LEVEL: "silent" }));

let passkeys = 0;
/** A passkey of the member, as if a browser had created it. */
async function addPasskey(username: string): Promise<void> {
  await app.db.rows(
    `insert into passkeys (member_id, credential_id, public_key, sign_count, transports, name, synced, created_at)
     select id, $2, '', 0, '{}', 'a telephone', false, $3 from members where username = $1`,
    [username, `credential ${++passkeys}`, app.clock.now()],
  );
}

const passkeysOf = async ({ browser }: SignedUp): Promise<object[]> =>
  (await browser.get("passkeys")).body.data as object[];

const withKey = async (key: string): Promise<number> =>
  (await openBrowser(app).get("//account/api/v1/user", { headers: { authorization: `Bearer ${key}` } }))
    .status;

async function makeKey(browser: Browser, mode: "live" | "test", more: object = {}): Promise<string> {
  const proof = mode === "live" ? { password: goodPassword } : {};
  const reply = await browser.post("keys", { name: "theirs", ...proof, ...more }, { mode });
  assert.equal(reply.status, 200, reply.text);
  return (reply.body.data as { key: string }).key;
}

const codeOf = (secret: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: app.clock.now().getTime() });

async function turnOnTotp(browser: Browser): Promise<string> {
  const begun = await browser.post("totp/begin", { password: goodPassword });
  const { secret } = begun.body.data as { secret: string };
  assert.equal((await browser.post("totp/enable", { code: codeOf(secret) })).status, 200);
  return secret;
}

async function resetLink(email: string): Promise<string> {
  assert.equal((await openBrowser(app).post("password/forgot", { email })).status, 200);
  return newestLink(app, email);
}

test("who signed up with another's address keeps nothing once the owner sets a password", async () => {
  const thief = await signUp(app);
  const testKey = await makeKey(thief.browser, "test");
  const live = await thief.browser.post("keys", { name: "live" }, { mode: "live" });
  assert.deepEqual([live.status, live.body.code], [403, "email_unconfirmed"]);
  await addPasskey(thief.username);
  await turnOnTotp(thief.browser);

  const owner = openBrowser(app);
  const token = await resetLink(thief.email);
  const password = "the owner's own password";
  // Nothing that a stranger may have created can be kept.
  const reset = await owner.post("password/reset", { token, password, keep_keys: true });
  assert.equal(reset.status, 200, reset.text);
  const { username, ended } = reset.body.data as { username: string; ended: Ended };
  assert.equal(username, thief.username);
  assert.deepEqual(
    [ended.sessions, ended.passkeys, ended.two_factor, ended.keys.map(({ name }) => name)],
    [1, ["a telephone"], true, ["theirs"]],
  );

  assert.equal(await withKey(testKey), 401);
  assert.equal((await thief.browser.get("me")).status, 401);
  const again = { username: thief.username, password: goodPassword };
  assert.equal((await thief.browser.post("sign-in", again)).status, 401);
  assert.equal((await owner.post("sign-in", { username: thief.email, password })).status, 200, "no code");
  assert.deepEqual(await passkeysOf({ ...thief, browser: owner }), []);
  assert.equal((await owner.get("me")).status, 200);
});

test("a first confirmation ends what was made before it, but for the session that confirms", async () => {
  const person = await signUp(app);
  const { browser, username } = person;
  const elsewhere = openBrowser(app);
  await elsewhere.post("sign-in", { username, password: goodPassword });
  const key = await makeKey(browser, "test");
  await addPasskey(username);
  await browser.post("totp/begin", { password: goodPassword });
  const { ended } = (await confirm(app, person)).body.data as { ended: Ended };
  assert.deepEqual(
    [ended.sessions, ended.passkeys, ended.two_factor, ended.keys.length, ended.invitations],
    [1, ["a telephone"], true, 1, []],
  );
  assert.deepEqual([await withKey(key), (await elsewhere.get("me")).status], [401, 401]);
  assert.equal((await browser.get("me")).status, 200);
  assert.equal((await browser.post("totp/enable", { code: "000000" })).body.code, "totp_not_begun");
  assert.equal(await withKey(await makeKey(browser, "live")), 200);

  // A later change of address is not a first confirmation: nothing ends.
  const next = `next-${person.email}`;
  await browser.post("email/change", { password: goodPassword, email: next });
  const changed = await confirm(app, { ...person, email: next });
  assert.equal((changed.body.data as { ended: null }).ended, null);
  assert.equal(((await browser.get("keys")).body.data as { revoked_at: null }[])[0]?.revoked_at, null);
});

test("a link alone ties nobody's address to an account: whoever asked for it must be there, or know its password", async () => {
  const thief = await signUp(app);
  const token = await newestLink(app, thief.email);
  const stranger = await signUp(app);
  for (const victim of [openBrowser(app), stranger.browser]) {
    const clicked = await victim.post("email/confirm", { token });
    assert.deepEqual([clicked.status, clicked.body.code], [401, "password_required"]);
  }
  const me = (await thief.browser.get("me")).body.data as { member: { email_confirmed: boolean } };
  assert.equal(me.member.email_confirmed, false);
  const telephone = openBrowser(app);
  assert.equal((await telephone.post("email/confirm", { token, password: goodPassword })).status, 200);
  assert.equal((await thief.browser.get("me")).status, 401, "that session did not confirm");
});

test("an address that nobody proved is nobody's: the first who proves it has it, and nobody learns whose it is", async () => {
  const email = `wanted-${process.pid}@example.com`;
  const first = await signUp(app, email);
  const second = await signUp(app, email.toUpperCase());
  const third = await signUp(app, email);
  const links = { second: await newestLink(app, email.toUpperCase()), third: await newestLink(app, email) };
  assert.equal((await third.browser.post("email/confirm", { token: links.third })).status, 200);
  const late = await second.browser.post("email/confirm", { token: links.second });
  assert.equal(late.body.code, "link_invalid", "the links of the others are over");
  // Only the owner can sign in with it.
  const byAddress = openBrowser(app);
  assert.equal((await byAddress.post("sign-in", { username: email, password: goodPassword })).status, 200);
  const who = (await byAddress.get("me")).body.data as { member: { username: string } };
  assert.equal(who.member.username, third.username);

  // Signing up, inviting and changing to a taken address look the same as with any other; its owner is notified.
  app.clock.advance(3601); // An address gets five such letters per hour.
  const fourth = await signUp(app, email);
  const fresh = await signUp(app);
  const shape = async ({ browser }: SignedUp): Promise<string> =>
    (await browser.get("me")).text
      .replaceAll(/person\d+-\d+|wanted-\d+/g, "X")
      .replaceAll(/"id":\d+/g, '"id":0');
  assert.equal(await shape(fourth), await shape(fresh));
  const inviter = await addTestMember(app, (await app.account()).accountId, "owner");
  const browser = await inviter.signIn();
  const free = `free-${process.pid}@example.com`;
  const answers = [email, free].map(async (address) => {
    const invited = await browser.post("team/invitations", { email: address, role: "viewer" });
    const changed = await browser.post("email/change", { password: goodPassword, email: address });
    return [invited.status, changed.status, changed.text];
  });
  const [taken, other] = await Promise.all(answers);
  assert.deepEqual(taken, other);
  const letters = await app.db.rows<{ subject: string }>(
    `select subject from outbox where lower(recipient) = lower($1) order by id`,
    [email],
  );
  assert.ok(letters.some(({ subject }) => subject === "You have an account already"));
  assert.equal((await first.browser.get("me")).status, 200);
});

test("at most one member has an address, however many prove it at once", async () => {
  const email = `race-${process.pid}@example.com`;
  const people = [await signUp(app, email), await signUp(app, email), await signUp(app, email)];
  const tokens: string[] = [];
  for (const { browser } of people) {
    await browser.post("email/resend");
    tokens.push(await newestLink(app, email));
  }
  const confirmed = await Promise.all(
    people.map(({ browser }, n) => browser.post("email/confirm", { token: tokens[n] })),
  );
  assert.equal(confirmed.filter(({ status }) => status === 200).length, 1);
  const [owners] = await app.db.rows<{ n: number }>(
    `select count(*)::int as n from members where email = $1 and email_confirmed_at is not null`,
    [email],
  );
  assert.equal(owners?.n, 1);
});

test("a link dies with the address and the password that it was made for", async () => {
  const person = await signUp(app);
  const { browser, email } = person;
  await confirm(app, person);
  const next = `next-${email}`;
  const old = await resetLink(email);
  await browser.post("email/change", { password: goodPassword, email: next });
  assert.equal((await confirm(app, { ...person, email: next })).status, 200);
  const password = "by the old mailbox 1";
  const reset = (token: string) => openBrowser(app).post("password/reset", { token, password });
  assert.equal((await reset(old)).body.code, "link_invalid", "the mailbox is another one");
  const [left] = await app.db.rows(`select 1 from member_tokens where email in ($1, $2)`, [email, next]);
  assert.equal(left, undefined);

  const stale = await resetLink(next);
  await browser.post("email/change", { password: goodPassword, email: `third-${email}` });
  const confirmation = await newestLink(app, `third-${email}`);
  const changed = { current: goodPassword, password: "another long password" };
  assert.equal((await browser.post("password/change", changed)).status, 200);
  assert.equal((await reset(stale)).body.code, "link_invalid", "the password is another one");
  const dead = await browser.post("email/confirm", { token: confirmation });
  assert.equal(dead.body.code, "link_invalid");
});

test("a link is bound to the state it was made for by itself, whoever forgets to delete it", async () => {
  const person = await signUp(app);
  await confirm(app, person);
  const changes = [
    `update members set email = 'else-' || email where username = $1`,
    `update members set password_hash = password_hash || ' ' where username = $1`,
  ];
  for (const change of changes) {
    const [{ email } = { email: "" }] = await app.db.rows<{ email: string }>(
      `select email from members where username = $1`,
      [person.username],
    );
    const token = await resetLink(email);
    await app.db.rows(change, [person.username]);
    const reply = await openBrowser(app).post("password/reset", { token, password: "another long password" });
    assert.equal(reply.body.code, "link_invalid", change);
  }
});

test("a reset ends passkeys, sessions and keys; keys made with a proven address may be kept, the second factor stays", async () => {
  const person = await signUp(app);
  await confirm(app, person);
  const { browser, email, username } = person;
  const key = await makeKey(browser, "live");
  const invited = await browser.post("team/invitations", {
    email: "guest@example.com",
    role: "owner",
    password: goodPassword,
  });
  const secret = await turnOnTotp(browser);
  await addPasskey(username);
  const { link } = invited.body.data as { link: string };
  const reset = async (more: object): Promise<Ended> => {
    const token = await resetLink(email);
    const reply = await openBrowser(app).post("password/reset", { token, password: goodPassword, ...more });
    assert.equal(reply.status, 200, reply.text);
    return (reply.body.data as { ended: Ended }).ended;
  };
  assert.deepEqual(await reset({ keep_keys: true }), {
    sessions: 1,
    passkeys: ["a telephone"],
    two_factor: false,
    keys: [],
    invitations: ["guest@example.com"],
  });
  assert.equal(await withKey(key), 200);
  const accept = { token: link.split("#token=")[1], username: `guest-${username}`, password: goodPassword };
  assert.equal((await openBrowser(app).post("invitations/accept", accept)).body.code, "link_invalid");
  app.clock.advance(30);
  const signIn = { username, password: goodPassword };
  assert.equal((await browser.post("sign-in", signIn)).body.code, "totp_required");
  assert.equal((await browser.post("sign-in", { ...signIn, code: codeOf(secret) })).status, 200);
  const ended = await reset({});
  assert.deepEqual([ended.sessions, ended.keys.map(({ name }) => name)], [1, ["theirs"]]);
  assert.equal(await withKey(key), 401);
});

test("what a member made ends with their place in the team, unless it is kept on purpose", async () => {
  const { accountId } = await app.account();
  const owner = await (await addTestMember(app, accountId, "owner")).signIn();
  const leaving = await addTestMember(app, accountId, "owner");
  const theirs = await leaving.signIn();
  const accept = (link: string) =>
    openBrowser(app).post("invitations/accept", {
      token: link.split("#token=")[1],
      username: `late-${leaving.username}`,
      password: goodPassword,
    });
  const invite = async (): Promise<string> => {
    const invited = await theirs.post("team/invitations", {
      email: "back@example.com",
      role: "owner",
      password: goodPassword,
    });
    return (invited.body.data as { link: string }).link;
  };
  const keys = { live: await makeKey(theirs, "live"), test: await makeKey(theirs, "test") };
  const admin = await makeKey(theirs, "live", { scopes: ["admin"], name: "admin" });
  const link = await invite();
  const listed = (await owner.get("keys")).body.data as { created_by: { username: string } }[];
  assert.equal(listed[0]?.created_by.username, leaving.username);

  // Fewer rights than before: what exceeds them is revoked, invitations end.
  const developer = await owner.call("PATCH", `team/${leaving.id}`, { role: "developer" });
  const lost = developer.body.data as { revoked_invitations: string[]; revoked_keys: { name: string }[] };
  assert.deepEqual(lost.revoked_invitations, ["back@example.com"]);
  assert.deepEqual(
    lost.revoked_keys.map(({ name }) => name),
    ["admin"],
  );
  assert.deepEqual([await withKey(admin), await withKey(keys.live)], [401, 200]);
  assert.equal((await accept(link)).body.code, "link_invalid");

  const viewer = await owner.call("PATCH", `team/${leaving.id}`, { role: "viewer", keep_keys: true });
  assert.deepEqual((viewer.body.data as typeof lost).revoked_keys, []);
  assert.equal(await withKey(keys.live), 200, "kept on purpose");
  const kept = await owner.call("PATCH", `team/${leaving.id}`, { role: "owner", password: goodPassword });
  assert.deepEqual((kept.body.data as typeof lost).revoked_keys, []);

  const again = await invite();
  const removed = await owner.call("DELETE", `team/${leaving.id}`);
  const gone = removed.body.data as typeof lost;
  assert.deepEqual([gone.revoked_invitations.length, gone.revoked_keys.length], [1, 2]);
  assert.deepEqual([await withKey(keys.live), await withKey(keys.test)], [401, 401]);
  assert.equal((await accept(again)).body.code, "link_invalid");
  assert.equal((await theirs.get("me")).status, 401);

  const other = await addTestMember(app, accountId, "developer");
  const stays = await makeKey(await other.signIn(), "live");
  assert.equal((await owner.call("DELETE", `team/${other.id}?keep_keys=true`)).status, 200);
  assert.equal(await withKey(stays), 200, "kept on purpose");
  const orphans = (await owner.get("keys")).body.data as { created_by: object | null; revoked_at: null }[];
  assert.equal(orphans[0]?.created_by, null);
});

test("who is being removed makes no key and no invitation that stays", async () => {
  const { accountId } = await app.account();
  const owner = await (await addTestMember(app, accountId, "owner")).signIn();
  for (let round = 0; round < 6; round++) {
    const leaving = await addTestMember(app, accountId, "owner");
    const theirs = await leaving.signIn();
    const wait = () => new Promise((resolve) => setTimeout(resolve, round * 2));
    const [made, invited] = await Promise.all([
      theirs.post("keys", { name: "late", password: goodPassword }),
      theirs.post("team/invitations", {
        email: `x${round}@example.com`,
        role: "owner",
        password: goodPassword,
      }),
      wait().then(() => owner.call("DELETE", `team/${leaving.id}`)),
    ]);
    for (const { status, text } of [made, invited]) assert.ok(status < 500, text);
    if (made.status === 200) assert.equal(await withKey((made.body.data as { key: string }).key), 401);
  }
  const left = await app.db.rows(`select 1 from invitations where account_id = $1`, [accountId]);
  assert.deepEqual(left, []);
  const keys = await app.db.rows(
    `select 1 from api_keys where name = 'late' and revoked_at is null and created_by is null`,
  );
  assert.deepEqual(keys, []);
});
