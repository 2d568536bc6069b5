import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { openHeard } from "../../src/domain/lines/heard.ts";
import { sealSettings } from "../../src/domain/sources/sealed-settings.ts";
import { createServer } from "../../src/http/server.ts";
import { generic } from "../../src/edges/inbound/kinds/generic.ts";
import { inboundRoutes, type InboundDeps } from "../../src/edges/inbound/routes.ts";
import { systemClock } from "../../src/kit/clock.ts";
import type { Db } from "../../src/kit/db.ts";
import type { Logger } from "../../src/kit/log.ts";
import { createQueue } from "../../src/kit/queue.ts";
import { createSealer } from "../../src/kit/seal.ts";
import { newToken, sha256 } from "../../src/kit/secrets.ts";
import { startTestApp } from "../helpers/app.ts";
import { perFile } from "../helpers/fixtures.ts";
import { json, openSource } from "../helpers/source.ts";

const app = perFile(() => startTestApp({ LOG_LEVEL: "silent" }));

const sms = { to: "15559991000", from: "x", text: "the text 778899", id: "1" };

test("while the database fails the answer is 5xx, and the repeat is taken", async () => {
  const source = await openSource(app, "generic");
  const send = (): Promise<Response> => source.send(JSON.stringify(sms), json);
  await app.db.rows(`alter table messages rename to messages_away`);
  const failed = await send();
  assert.equal(failed.status, 500);
  assert.doesNotMatch(await failed.text(), /messages|778899/);
  await app.db.rows(`alter table messages_away rename to messages`);
  assert.equal((await send()).status, 200);
  assert.deepEqual(await source.keys(), ["1"]);
});

/** A log that keeps everything it is given, errors with their stacks and causes. */
function recordLog(): { log: Logger; lines: string[] } {
  const lines: string[] = [];
  const write = (...given: unknown[]): void =>
    void lines.push(given.map((each) => JSON.stringify(each, showErrors)).join(" "));
  const log = { debug: write, info: write, warn: write, error: write, fatal: write };
  return { log: { ...log, child: () => log } as unknown as Logger, lines };
}
const showErrors = (_name: string, value: unknown): unknown =>
  value instanceof Error
    ? { ...value, message: value.message, stack: value.stack, cause: value.cause }
    : value;

const sealer = createSealer(randomBytes(32));
const token = newToken("in_");
const settings = generic.defaults({
  settings: { auth: { kind: "header", name: "X-Key", value: "the-secret" } },
});

/** What is unusual around the source. */
interface Failing extends Partial<Pick<InboundDeps, "sealer">> {
  settings?: object;
  findSource?: InboundDeps["sources"]["findSource"];
  receiveWhole?: InboundDeps["receiving"]["receiveWhole"];
}

/**
 * The real server with a source whose dependencies fail as configured; returns status, body and everything that was
 * logged.
 */
async function call(
  failing: Failing,
  { key = "the-secret", body = JSON.stringify(sms), method = "POST", path = `/in/generic/1/${token}` } = {},
): Promise<{ status: number; told: string }> {
  const { log, lines } = recordLog();
  const server = await createServer({ log, isHttps: false });
  const settingsSealed = sealSettings(sealer, sha256(token), failing.settings ?? settings);
  const row = { id: 1, kind: "generic", name: "one", settingsSealed, tokenHash: sha256(token) };
  inboundRoutes(server, {
    sources: {
      queue: createQueue("sources"),
      findSource: failing.findSource ?? (async (hash) => (hash.equals(row.tokenHash) ? row : null)),
    },
    nonces: { queue: createQueue("nonces"), isFirst: async () => true },
    receiving: {
      queues: [],
      receiveWhole: failing.receiveWhole ?? (async () => "unmatched"),
      onReceipt: () => {},
    },
    partsSeconds: 60,
    db: undefined as unknown as Db, // No message here comes in parts.
    heard: openHeard({ db: undefined as unknown as Db, clock: systemClock }), // It is never written.
    publicBaseUrl: () => "https://otp.example.com",
    sealer: failing.sealer ?? sealer,
    clock: systemClock,
    log,
  });
  const answer = await server.inject({
    method: method as "POST",
    url: path,
    headers: { ...json, "x-key": key },
    payload: body,
  });
  await server.close();
  return { status: answer.statusCode, told: `${answer.body}\n${lines.join("\n")}` };
}

test("neither answer nor log holds the token, the secret or the text, whatever goes wrong", async () => {
  const refused = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
  const fails = async (): Promise<never> => {
    throw refused;
  };
  const cases: [number, Promise<{ status: number; told: string }>][] = [
    [200, call({})],
    [403, call({}, { key: "another" })],
    [400, call({}, { body: '{"to":"me","from":"x","text":"the text 778899"}' })],
    [400, call({}, { body: `{"text":"the text 778899` })],
    [404, call({}, { method: "DELETE" })],
    [404, call({}, { path: `/in/twilio/1/${token}` })],
    [404, call({}, { path: `/in/generic/1/${token}/` })],
    [503, call({ findSource: fails })],
    [503, call({ receiveWhole: fails })],
    [500, call({ receiveWhole: () => Promise.reject(new Error("unexpected")) })],
    [
      500,
      call({
        settings: { auth: { kind: "header", name: "X-Key", value: "the-secret", more: "the-secret" } },
      }),
    ],
    [500, call({ sealer: createSealer(randomBytes(32)) })],
  ];
  for (const [status, called] of cases) {
    const { status: seen, told } = await called;
    assert.equal(seen, status, told);
    for (const secret of [token, "the-secret", "778899"]) assert.ok(!told.includes(secret), told);
  }
});

test("what is refused or cannot be read is told to the operator's log", async () => {
  const refused = await call({}, { key: "another" });
  assert.match(refused.told, /"sourceId":1.*could not be verified/);
  const unreadable = await call({}, { body: '{"from":"x"}' });
  assert.match(unreadable.told, /"fault":"to is missing\."/);
});
