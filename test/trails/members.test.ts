import assert from "node:assert/strict";
import { test } from "node:test";
import { Secret, TOTP } from "otpauth";
import { startTestApp } from "../helpers/app.ts";
import { perFile } from "../helpers/fixtures.ts";
import { addTestMember, confirm, goodPassword, newestLink, openBrowser, signUp } from "../helpers/browser.ts";
import { speak } from "../helpers/raw.ts";
import { rentBody } from "../helpers/client.ts";

const app = perFile(() => startTestApp());

const codeOf = (secret: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: app.clock.now().getTime() });

test("sign up, confirm the address, turn two-factor on, sign in with it; a code is taken once", async () => {
  const { browser, username, email } = await signUp(app);
  const me = (await browser.get("me")).body.data as {
    member: Record<string, unknown>;
    account: { id: number };
  };
  assert.deepEqual(
    [me.member["role"], me.member["email_confirmed"], me.member["totp"]],
    ["owner", false, false],
  );
  assert.deepEqual((await browser.get("keys")).body.data, []);

  const link = await newestLink(app, email);
  const elsewhere = openBrowser(app);
  const asked = await elsewhere.post("email/confirm", { token: link });
  assert.deepEqual([asked.status, asked.body.code, asked.body.field], [401, "password_required", "password"]);
  const guessed = await elsewhere.post("email/confirm", { token: link, password: "not it" });
  assert.deepEqual([guessed.body.code, guessed.body.field], ["invalid_credentials", "password"]);
  const confirmed = await browser.post("email/confirm", { token: link });
  assert.deepEqual(confirmed.body.data, {
    username,
    email,
    ended: { sessions: 0, passkeys: [], two_factor: false, keys: [], invitations: [] },
  });
  assert.equal((await browser.post("email/confirm", { token: link })).body.code, "link_invalid");
  const terms = await app.db.rows(`select terms_version from accounts where id = $1`, [me.account.id]);
  assert.deepEqual(terms, [{ terms_version: "2026-11" }]);

  const { secret, uri } = (await browser.post("totp/begin", { password: goodPassword })).body.data as {
    secret: string;
    uri: string;
  };
  assert.match(
    uri,
    new RegExp(`^otpauth://totp/ZapOTP:${encodeURIComponent(username)}\\?.*secret=${secret}`),
  );
  assert.equal((await browser.post("totp/enable", { code: "000000" })).body.code, "totp_wrong");
  const enabling = codeOf(secret);
  const enabled = await browser.post("totp/enable", { code: enabling });
  const { recovery_codes: codes } = enabled.body.data as { recovery_codes: string[] };
  assert.equal(new Set(codes).size, 10);

  const other = openBrowser(app);
  const input = { username: email.toUpperCase(), password: goodPassword };
  assert.equal((await other.post("sign-in", input)).body.code, "totp_required");
  // The step that turned it on is used up.
  assert.equal((await other.post("sign-in", { ...input, code: enabling })).body.code, "totp_wrong");
  app.clock.advance(30);
  const code = codeOf(secret);
  const inAtOnce = await Promise.all(
    [1, 2, 3].map(() => openBrowser(app).post("sign-in", { ...input, code })),
  );
  assert.deepEqual(inAtOnce.map(({ status }) => status).toSorted(), [200, 401, 401]);
  const recovery = { ...input, code: (codes[0] as string).toUpperCase() };
  assert.equal((await other.post("sign-in", recovery)).status, 200);
  assert.equal((await openBrowser(app).post("sign-in", recovery)).body.code, "totp_wrong");
  app.clock.advance(30);
  const off = { password: goodPassword, code: codeOf(secret) };
  assert.equal((await other.post("totp/disable", { ...off, password: "not it" })).body.field, "password");
  assert.equal((await other.post("totp/disable", off)).status, 200);
  assert.equal((await openBrowser(app).post("sign-in", input)).status, 200);
});

test("what is wrong with a sign-up is told beside its field", async () => {
  const taken = await signUp(app);
  const good = {
    username: "fresh",
    email: "fresh@example.com",
    password: goodPassword,
    accepted_terms: "2026-11",
  };
  const tries: [object, string, string][] = [
    [{ password: "short" }, "password_weak", "password"],
    [{ password: "PASSWORD1234" }, "password_weak", "password"],
    [{ username: "longenoughname", password: "LongEnoughName" }, "password_weak", "password"],
    [{ email: "not an address" }, "invalid_request", "email"],
    [{ username: taken.username.toUpperCase() }, "username_taken", "username"],
    [{ username: "a b" }, "invalid_request", "username"],
    [{ username: "System" }, "invalid_request", "username"],
    [{ accepted_terms: "1999-01" }, "terms_not_accepted", "accepted_terms"],
  ];
  for (const [change, code, field] of tries) {
    const { body } = await openBrowser(app).post("sign-up", { ...good, ...change });
    assert.deepEqual([body.code, body.field], [code, field], JSON.stringify(change));
  }
  assert.deepEqual(await app.db.rows(`select 1 from accounts where username = 'fresh'`), []);
});

test("ten failures lock a name out at an address, at once or one by one, for a quarter of an hour; others go on", async () => {
  const { username } = await signUp(app);
  const attempt = (password: string, name = username) =>
    openBrowser(app).post("sign-in", { username: name, password });
  const wrong = await Promise.all(Array.from({ length: 15 }, () => attempt("wrong password")));
  const codes = Map.groupBy(wrong, ({ body }) => body.code);
  assert.equal(codes.get("invalid_credentials")?.length, 10);
  assert.equal(codes.get("locked")?.length, 5);
  const locked = await attempt(goodPassword);
  assert.equal(locked.status, 429);
  assert.ok((locked.body.retry_after ?? 0) > 800 && (locked.body.retry_after ?? 0) <= 900);
  const other = await signUp(app);
  assert.equal((await attempt(goodPassword, other.username)).status, 200);
  // A name that nobody has cannot be distinguished from a member's.
  for (let n = 0; n < 10; n++) assert.equal((await attempt("x", "nobody")).body.code, "invalid_credentials");
  assert.equal((await attempt("x", "nobody")).body.code, "locked");
  // 30 failures from one address lock the address.
  for (let n = 0; n < 10; n++) await attempt("x", `nobody${n}`);
  assert.equal((await attempt(goodPassword, other.username)).body.code, "locked");
  app.clock.advance(901);
  assert.equal((await attempt(goodPassword)).status, 200);
});

test("a session is a cookie out of reach, renewed at sign-in, listed, revoked, and over in time", async () => {
  const { browser, username } = await signUp(app);
  const first = browser.cookie;
  const again = await browser.post("sign-in", { username, password: goodPassword });
  assert.match(again.headers.get("set-cookie") ?? "", /Path=\/; HttpOnly; SameSite=Strict/);
  assert.notEqual(browser.cookie, first);
  assert.equal((await openBrowser(app, first).get("me")).status, 401);
  assert.deepEqual(
    await app.db.rows(`select 1 from sessions where token_hash::text like '%' || $1 || '%'`, [
      browser.cookie,
    ]),
    [],
  );

  const phone = openBrowser(app);
  await phone.post("sign-in", { username, password: goodPassword });
  const listed = (await browser.get("sessions")).body.data as { id: number; current: boolean }[];
  assert.deepEqual(listed.map(({ current }) => current).toSorted(), [false, true]);
  const theirs = listed.find(({ current }) => !current)?.id;
  const stranger = await signUp(app);
  assert.equal((await stranger.browser.call("DELETE", `sessions/${theirs}`)).body.code, "session_not_found");
  assert.equal((await phone.get("me")).status, 200);
  assert.equal((await browser.call("DELETE", `sessions/${theirs}`)).status, 200);
  assert.equal((await phone.get("me")).status, 401);

  app.clock.advance(11 * 3600);
  assert.equal((await browser.get("me")).status, 200);
  app.clock.advance(11 * 3600);
  assert.equal((await browser.get("me")).status, 200, "used within twelve hours");
  app.clock.advance(12 * 3600 + 1);
  assert.equal((await browser.get("me")).status, 401);
  await browser.post("sign-in", { username, password: goodPassword });
  for (let hours = 0; hours < 30 * 24; hours += 10) {
    assert.equal((await browser.get("me")).status, 200);
    app.clock.advance(10 * 3600);
  }
  assert.equal((await browser.get("me")).status, 401, "thirty days, however busy");
});

test("forged requests are refused, and no other origin may read", async () => {
  const { browser } = await signUp(app);
  const body = { name: "x" };
  const forged: Record<string, string>[] = [
    { "x-requested-with": "" },
    { origin: "https://evil.example" },
    { origin: "null" },
  ];
  for (const headers of forged) {
    for (const path of ["keys", "sign-out", "sign-in", "//account/api/v1/rent"]) {
      const reply = await browser.post(path, body, { headers });
      assert.deepEqual([path, reply.status, reply.body.code], [path, 403, "csrf_refused"]);
    }
  }
  const own = { headers: { origin: app.url }, mode: "test" } as const;
  assert.equal((await browser.post("keys", body, own)).status, 200);
  for (const path of ["me", "//account/api/v1/user"]) {
    const reply = await browser.get(path, { headers: { origin: "https://evil.example" } });
    assert.equal(reply.headers.get("access-control-allow-credentials"), null);
    if (path === "me") assert.equal(reply.headers.get("access-control-allow-origin"), null);
  }
  // Somebody else's name that was pointed at us (DNS rebinding): its page is not ours.
  const { port } = new URL(app.url);
  for (const [host, status] of [
    [`evil.example:${port}`, 403],
    [`127.0.0.1.evil.example:${port}`, 403],
    [`localhost:${port}`, 200],
  ] as const) {
    const answer = await speak(
      app,
      `POST /dashboard/api/sign-out HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\nX-Requested-With: zapotp\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
    );
    assert.equal(answer.status, status, host);
  }
  const preflight = { origin: "https://evil.example", "access-control-request-method": "POST" };
  const asked = await browser.call("OPTIONS", "keys", undefined, { headers: preflight });
  assert.equal(asked.headers.get("access-control-allow-origin"), null);
});

test("the session is a caller of the documented API, in either mode, as far as the role goes", async () => {
  const { browser } = await signUp(app);
  const rented = await browser.post("//account/api/v1/rent", rentBody(), { mode: "test" });
  assert.equal(rented.status, 200, rented.text);
  assert.equal((await browser.post("//account/api/v1/rent", rentBody())).body.code, "insufficient_balance");
  const { order_id: orderId } = rented.body.data as { order_id: string };
  const details = await browser.get(`orders/${orderId}?mode=test`);
  const { timeline } = details.body.data as { timeline: { what: string }[] };
  assert.deepEqual(
    timeline.map(({ what }) => what),
    ["rented", "held"],
  );
  assert.equal((await browser.get(`orders/${orderId}`)).body.code, "order_not_found", "the other wallet's");
  const stranger = await signUp(app);
  assert.equal((await stranger.browser.get(`orders/${orderId}?mode=test`)).body.code, "order_not_found");
  const bad = await browser.get("//account/api/v1/user", { headers: { authorization: "Bearer nonsense" } });
  assert.equal(bad.status, 401, "a key wins over the cookie, even a wrong one");

  const account = await app.account();
  const viewer = await (await addTestMember(app, account.accountId, "viewer")).signIn();
  assert.equal((await viewer.get("//account/api/v1/user")).status, 200);
  assert.equal((await viewer.post("//account/api/v1/rent", rentBody(), { mode: "test" })).status, 403);
  const developer = await (await addTestMember(app, account.accountId, "developer")).signIn();
  assert.equal((await developer.post("//account/api/v1/rent", rentBody(), { mode: "test" })).status, 200);
  assert.equal((await developer.post("keys", { name: "k", scopes: ["admin"] })).status, 403);
  const operator = await (await addTestMember(app, 0, "operator")).signIn();
  assert.equal((await operator.get("//account/api/v1/user")).status, 403);
});

test("a forgotten password: the same answer for everybody, a link that works once and ends every session", async () => {
  const { browser, username, email } = await signUp(app);
  const known = await openBrowser(app).post("password/forgot", { email });
  const unknown = await openBrowser(app).post("password/forgot", { email: "nobody@example.com" });
  const plain = ({ text }: { text: string }): string => text;
  assert.equal(plain(known), plain(unknown));
  const token = await newestLink(app, email);
  const weak = await openBrowser(app).post("password/reset", { token, password: "short" });
  assert.equal(weak.body.code, "password_weak");
  const password = "another long password";
  assert.equal((await openBrowser(app).post("password/reset", { token, password })).status, 200);
  assert.equal(
    (await openBrowser(app).post("password/reset", { token, password })).body.code,
    "link_invalid",
  );
  assert.equal((await browser.get("me")).status, 401);
  assert.equal((await browser.post("sign-in", { username, password: goodPassword })).status, 401);
  assert.equal((await browser.post("sign-in", { username, password })).status, 200);
  await openBrowser(app).post("password/forgot", { email });
  const late = await newestLink(app, email);
  app.clock.advance(3601);
  assert.equal(
    (await openBrowser(app).post("password/reset", { token: late, password })).body.code,
    "link_invalid",
  );
});

test("a team: invited by a link, given a role, taken out again; an account keeps an owner", async () => {
  const person = await signUp(app);
  const owner = person.browser;
  const email = "invited@example.com";
  const early = await owner.post("team/invitations", { email, role: "viewer" });
  assert.deepEqual([early.status, early.body.code], [403, "email_unconfirmed"]);
  await confirm(app, person);
  const invited = await owner.post("team/invitations", { email, role: "viewer" });
  const { link } = invited.body.data as { link: string };
  const token = link.split("#token=")[1] as string;
  assert.equal(await newestLink(app, email), token);
  const guest = openBrowser(app);
  assert.equal(
    ((await guest.post("invitations/look", { token })).body.data as { role: string }).role,
    "viewer",
  );
  const accepted = { token, username: `guest-${process.pid}`, password: goodPassword };
  assert.equal((await guest.post("invitations/accept", accepted)).status, 200);
  assert.equal((await openBrowser(app).post("invitations/accept", accepted)).body.code, "link_invalid");
  assert.equal((await guest.post("keys", { name: "k" })).status, 403);
  const { members } = (await owner.get("team")).body.data as { members: { id: number; you: boolean }[] };
  const id = members.find(({ you }) => !you)?.id;
  const self = members.find(({ you }) => you)?.id;
  const developer = { role: "developer" };
  assert.equal((await owner.call("PATCH", `team/${id}`, developer)).body.code, "password_required");
  const proven = { ...developer, password: goodPassword };
  assert.equal((await owner.call("PATCH", `team/${id}`, proven)).status, 200);
  assert.equal((await guest.post("keys", { name: "k" })).body.code, "email_unconfirmed");
  assert.equal((await guest.post("keys", { name: "k" }, { mode: "test" })).status, 200);
  assert.equal((await owner.call("DELETE", `team/${self}`)).body.code, "last_owner");
  assert.equal((await owner.call("PATCH", `team/${self}`, { role: "viewer" })).body.code, "last_owner");
  assert.equal((await owner.call("DELETE", `team/${id}`)).status, 200);
  assert.equal((await guest.get("me")).status, 401);
});

test("whoever names or invites a stranger's address reads nothing of what was written to it", async () => {
  const stranger = await signUp(app);
  await stranger.browser.post("password/forgot", { email: stranger.email });
  const lettersOf = async (browser: ReturnType<typeof openBrowser>): Promise<string[]> => {
    const { letters } = JSON.parse((await browser.get("account/export")).text) as {
      letters: { recipient: string; subject: string }[];
    };
    return letters.filter(({ recipient }) => recipient === stranger.email).map(({ subject }) => subject);
  };
  const theirs = await lettersOf(stranger.browser);
  assert.ok(theirs.length > 0);
  const impostor = await signUp(app, stranger.email);
  assert.equal((await lettersOf(impostor.browser)).length, 1, "the link that they caused themselves");
  const curious = await signUp(app);
  await confirm(app, curious);
  await curious.browser.post("team/invitations", { email: stranger.email, role: "viewer" });
  assert.ok((await lettersOf(curious.browser)).length <= 1, "the invitation alone");
  const { body } = await curious.browser.call("DELETE", "account", { password: goodPassword });
  assert.equal(body.status, "success", JSON.stringify(body));
  assert.deepEqual(await lettersOf(stranger.browser), theirs, "nor does closing an account delete it");
});

test("taking one's data along, and leaving: keys and members gone, the books stay", async () => {
  const { browser, username } = await signUp(app);
  const { key } = (await browser.post("keys", { name: "k" }, { mode: "test" })).body.data as { key: string };
  const rented = await browser.post("//account/api/v1/rent", rentBody(), { mode: "test" });
  const { order_id: orderId } = rented.body.data as { order_id: string };
  const invited = { email: "guest-of-export@example.com", role: "viewer" };
  assert.equal((await browser.post("team/invitations", invited)).body.code, "email_unconfirmed");
  const exported = JSON.parse((await browser.get("account/export")).text) as Record<string, object[]>;
  assert.deepEqual(Object.keys(exported).toSorted(), [
    "account",
    "actions",
    "cases",
    "invitations",
    "keys",
    "letters",
    "live_events",
    "live_postings",
    "live_wallet",
    "members",
    "passkeys",
    "push_subscriptions",
    "requests",
    "sessions",
    "standing",
    "test_events",
    "test_orders",
    "test_postings",
    "test_wallet",
    "verifications",
  ]);
  assert.deepEqual(
    [exported["sessions"]?.length, exported["passkeys"]?.length, exported["letters"]?.length],
    [1, 0, 1],
  );
  const actions = (exported["actions"] as { action: string }[]).map(({ action }) => action);
  assert.deepEqual(
    ["account.export", "key.create"].map((action) => actions.includes(action)),
    [true, true],
  );
  assert.ok(!/token=|zap_session/.test(JSON.stringify(exported)), "nothing that lets somebody in");
  assert.ok(!JSON.stringify(exported).includes(key));
  const leave = (password = goodPassword) => browser.call("DELETE", "account", { password });
  assert.equal((await leave("wrong")).body.code, "invalid_credentials");
  assert.equal((await leave()).body.code, "open_orders");
  await browser.post("//account/api/v1/cancel", { order_id: orderId }, { mode: "test" });
  assert.equal((await leave()).status, 200);
  const signIn = { username, password: goodPassword };
  assert.equal((await openBrowser(app).post("sign-in", signIn)).body.code, "invalid_credentials");
  const dead = await openBrowser(app).get("//account/api/v1/user", {
    headers: { authorization: `Bearer ${key}` },
  });
  assert.equal(dead.status, 401);
  assert.equal((await app.db.rows(`select 1 from orders where order_id = $1`, [orderId])).length, 1);
});
