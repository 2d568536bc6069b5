import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { after, before, test } from "node:test";
import { forgetNonces, keptSeconds } from "../../src/domain/sources/forget-nonces.ts";
import { secondsAfter } from "../../src/kit/clock.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { openSource, type Source } from "../helpers/source.ts";

const publicUrl = "https://otp.example.com";
const token = "the account's auth token";
let app: TestApp;
let other: TestApp;
before(async () => {
  app = await startTestApp({ PUBLIC_BASE_URL: publicUrl, LOG_LEVEL: "silent" });
  other = await startTestApp({ PUBLIC_BASE_URL: publicUrl, LOG_LEVEL: "silent" }, app);
});
after(async () => {
  await other.close();
  await app.close();
});

function sendAsPlivo(
  server: TestApp,
  { path }: Source,
  nonce: string,
  text: string,
  query = "",
): Promise<Response> {
  const signature = createHmac("sha256", token)
    .update(publicUrl + path + nonce)
    .digest("base64");
  return fetch(server.url + path + query, {
    method: "POST",
    headers: { "x-plivo-signature-v2": signature, "x-plivo-signature-v2-nonce": nonce },
    body: new URLSearchParams({ MessageUUID: text, From: "WhatsApp", To: "+2348039999999", Text: text }),
  });
}
const statusOf = async (sent: Promise<Response>): Promise<number> => (await sent).status;

test("a nonce vouches for one message in every process; that message may be repeated, by each source", async () => {
  const [source, another] = [
    await openSource(app, "plivo", { secrets: [token] }),
    await openSource(app, "plivo", { secrets: [token] }),
  ];
  assert.equal(await statusOf(sendAsPlivo(app, source, "n1", "one")), 200);
  for (const server of [app, other]) {
    assert.equal(await statusOf(sendAsPlivo(server, source, "n1", "one")), 200);
    assert.equal(await statusOf(sendAsPlivo(server, source, "n1", "two")), 403);
    assert.equal(await statusOf(sendAsPlivo(server, source, "n1", "one", "?Text=two")), 403);
  }
  assert.equal(await statusOf(sendAsPlivo(other, another, "n1", "two")), 200);
  assert.deepEqual([await source.keys(), await another.keys()], [["one"], ["two"]]);

  const race = Array.from({ length: 40 }, (_, index) =>
    statusOf(sendAsPlivo([app, other][index % 2] as TestApp, source, "n2", `race ${index % 4}`)),
  );
  const taken = (await Promise.all(race)).filter((status) => status === 200);
  assert.equal(taken.length, 10, "one message of four");
  assert.equal((await source.keys()).length, 2);
});

test("nonces are forgotten after 30 days, in batches, and not before", async () => {
  const source = await openSource(app, "plivo", { secrets: [token] });
  await app.db.rows(`delete from source_nonces`);
  const at = app.clock.now();
  await sendAsPlivo(app, source, "old", "old");
  assert.equal(await forgetNonces(app.db, secondsAfter(at, keptSeconds)), 0);
  assert.equal(await forgetNonces(app.db, secondsAfter(at, keptSeconds + 1)), 1);
  assert.deepEqual(await app.db.rows(`select * from source_nonces`), []);
});

test("a source that may not call from there is told so, and is asked for no password", async () => {
  for (const [kind, auth] of [
    ["generic", "basic"],
    ["sinch", "basic"],
    ["termii", "none"],
  ] as const) {
    const source = await openSource(app, kind, {
      settings: {
        auth: { kind: auth, ...(auth === "basic" && { username: "u", password: "p" }) },
        callers: "203.0.113.7",
      },
    });
    const answer = await source.send("{}", { authorization: `Basic ${btoa("u:p")}` });
    assert.deepEqual([answer.status, answer.headers.get("www-authenticate")], [403, null], kind);
    const { message } = (await answer.json()) as { message: string };
    assert.match(message, /^This source may not call from 127\.0\.0\.1: add the address to its callers/);
  }
});
