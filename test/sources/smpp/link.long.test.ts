import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import type { LinkState } from "../../../src/domain/sources/links/link.ts";
import { smpp } from "../../../src/edges/inbound/kinds/smpp.ts";
import { linkTimes, openLink, type Link, type LinkTimes } from "../../../src/edges/inbound/smpp/link.ts";
import { answerTo, commands, statuses, type Pdu } from "../../../src/edges/inbound/smpp/pdu.ts";
import type { LinkSettings } from "../../../src/edges/inbound/smpp/settings.ts";
import type { InboundSms } from "../../../src/edges/inbound/source-kind.ts";
import { createLog } from "../../../src/kit/log.ts";
import { systemClock } from "../../../src/kit/clock.ts";
import { until } from "../../helpers/until.ts";
import { selfSigned } from "../certificate.ts";
import { startCentre, type Bound, type Centre } from "./centre.ts";
import { deliverSm, encode } from "./deliver-sm.ts";

interface Linked {
  centre: Centre;
  link: Link;
  taken: InboundSms[];
  faults: string[];
  bound(): Promise<Bound>;
}

interface Given {
  times?: Partial<LinkTimes>;
  settings?: object;
  secrets?: string[];
  take?: () => Promise<void>;
  tls?: { key: string; cert: string };
  answerBind?: Centre["answerBind"];
}

const soon: Partial<LinkTimes> = { pauses: [0.01] };

/** A link that has just been opened to a centre of its own. */
async function linked(t: TestContext, given: Given = {}): Promise<Linked> {
  const centre = await startCentre(given.tls);
  if (given.answerBind) centre.answerBind = given.answerBind;
  const address = `${given.tls ? "smpps" : "smpp"}://127.0.0.1:${centre.port}`;
  const settings = smpp.defaults({
    secrets: given.secrets ?? ["s3cret"],
    settings: { address, systemId: "zapotp", ...given.settings },
  }) as LinkSettings;
  const taken: InboundSms[] = [];
  const faults: string[] = [];
  const link = openLink(1, settings, {
    clock: systemClock,
    log: createLog("silent"),
    take: async (_id, sms) => {
      await given.take?.();
      taken.push(sms);
    },
    noteFault: (_id, fault) => void faults.push(fault),
    times: { ...linkTimes, ...soon, ...given.times },
    random: () => 0.5,
  });
  t.after(async () => {
    link.abort();
    await centre.stop();
  });
  return { centre, link, taken, faults, bound: () => centre.bound("zapotp") };
}

const message = (text: string): Buffer => deliverSm({ to: "12025550199", ...encode(text) });
const deliver = async (bound: Bound, body: Buffer): Promise<number | undefined> =>
  (await bound.ask(commands.deliverSm, body))?.status;
const nothing = Buffer.alloc(0);
const hex = (text: string): Buffer => Buffer.from(text.replaceAll(" ", ""), "hex");
const lastError = (link: Link, pattern: RegExp): Promise<LinkState> =>
  until(
    async () => link.state(),
    ({ lastError: error }) => pattern.test(error ?? ""),
  );

test("it binds as what its settings say", async (t) => {
  const { bound, link } = await linked(t, { settings: { systemType: "VMA", addressRange: "^1202" } });
  const bind = (await bound()).received[0] as Pdu;
  assert.equal(bind.command, 0x01);
  assert.equal(bind.body.toString("latin1"), "zapotp\0s3cret\0VMA\0\x34\0\0^1202\0");
  await until(
    async () => link.state(),
    ({ boundSince }) => boundSince !== null,
  );
  const other = await linked(t, { settings: { bind: "transceiver" } });
  assert.equal((await other.bound()).received[0]?.command, 0x09);
});

test("a message is acknowledged once it is stored, and not before", async (t) => {
  const { promise: committed, resolve: commit } = Promise.withResolvers<void>();
  const { bound, taken } = await linked(t, { take: () => committed });
  const centre = await bound();
  const status = deliver(centre, message("Code 1"));
  assert.equal((await centre.ask(commands.enquireLink, nothing))?.status, 0, "meanwhile it answers");
  assert.ok(!centre.received.some(({ command }) => command === answerTo(commands.deliverSm)));
  commit();
  assert.equal(await status, 0);
  assert.deepEqual(
    taken.map(({ text }) => text),
    ["Code 1"],
  );
});

test("what cannot be stored now is refused for now, what cannot be read for good; a report is acknowledged", async (t) => {
  let isAway = true;
  const take = async (): Promise<void> => {
    if (isAway) throw new Error("the database is away");
  };
  const { bound, taken, faults } = await linked(t, { take });
  const centre = await bound();
  assert.equal(await deliver(centre, message("Code 1")), statuses.temporary);
  isAway = false;
  assert.equal(await deliver(centre, message("Code 1")), 0);
  assert.equal(await deliver(centre, deliverSm({ to: "nobody", bytes: nothing })), statuses.rejected);
  assert.equal(await deliver(centre, message("Code 1").subarray(0, -1)), statuses.messageLength);
  assert.equal(await deliver(centre, nothing), statuses.commandLength);
  assert.equal(await deliver(centre, Buffer.concat([message("x"), hex("0424ffff41")])), 0xc0);
  assert.equal(await deliver(centre, deliverSm({ to: "12025550199", esmClass: 4, bytes: nothing })), 0);
  const dataSm = hex("00 0000 00 0000 313230323535353031393900 00 00 03 0424 0001 58");
  assert.equal((await centre.ask(commands.dataSm, dataSm))?.status, 0);
  assert.deepEqual(
    taken.map(({ text }) => text),
    ["Code 1", "X"],
  );
  assert.deepEqual(faults, [
    "destination_addr is not a phone number.",
    "short_message is cut off.",
    "service_type does not end.",
    "An optional field is cut off.",
  ]);
});

test("commands that it does not know, and those before the bind, have an answer", async (t) => {
  const { bound } = await linked(t);
  const centre = await bound();
  const [submitSm, alert] = [0x04, 0x102];
  assert.equal(await nackOf(centre, submitSm), statuses.commandId);
  const before = centre.received.length;
  centre.tell(alert, nothing);
  centre.tell(answerTo(submitSm), nothing);
  assert.equal((await centre.ask(commands.enquireLink, nothing))?.status, 0);
  assert.equal(centre.received.length, before + 1, "an alert and an answer have none");

  const early: Bound[] = [];
  await linked(t, {
    answerBind(bind) {
      early.push(bind);
      bind.tell(commands.deliverSm, message("early"));
      return null;
    },
  });
  const [answer] = await until(
    async () => early[0]?.received.slice(1) ?? [],
    (received) => received.length > 0,
  );
  assert.deepEqual([answer?.command, answer?.status], [answerTo(commands.deliverSm), statuses.bindState]);
});

async function nackOf(centre: Bound, command: number): Promise<number | undefined> {
  const sequence = centre.tell(command, nothing);
  const answer = await until(
    async () =>
      centre.received.find((pdu) => pdu.command === commands.genericNack && pdu.sequence === sequence),
    (pdu) => pdu !== undefined,
  );
  return answer?.status;
}

test("after a silence it asks whether the centre is there; without an answer it binds again", async (t) => {
  const { centre, bound, link } = await linked(t, { times: { idleSeconds: 0.05, answerSeconds: 0.2 } });
  const first = await bound();
  const asked = (): number => first.received.filter(({ command }) => command === commands.enquireLink).length;
  await until(
    async () => asked(),
    (times) => times >= 3,
  );
  assert.equal(centre.binds.length, 1, "answered, it stays bound");
  centre.answersEnquiries = false;
  await lastError(link, /^enquire_link was not answered within 0\.2 s$/);
  centre.answersEnquiries = true;
  await until(
    async () => centre.binds.length,
    (binds) => binds >= 2,
  );
  assert.equal(await deliver(await bound(), message("Code 2")), 0);
});

test("traffic without an answer to the question does not keep a link", async (t) => {
  const { centre, bound, link } = await linked(t, { times: { idleSeconds: 0.05, answerSeconds: 0.3 } });
  centre.answersEnquiries = false;
  const first = await bound();
  const talk = setInterval(() => first.isOpen() && first.tell(commands.alertNotification, nothing), 100);
  t.after(() => clearInterval(talk));
  await lastError(link, /enquire_link was not answered/);
});

test("a refused password makes way for the next; if none is left it waits, so as not to be locked out", async (t) => {
  const { centre, bound, link } = await linked(t, {
    secrets: ["new", "old"],
    answerBind: ({ password }) => (password === "old" ? 0 : statuses.password),
  });
  await bound();
  assert.deepEqual(
    centre.binds.map(({ password }) => password),
    ["new", "old"],
  );
  assert.match(link.state().lastError ?? "", /refused: 0x0e \(wrong password\)$/);

  const refused = await linked(t, {
    secrets: ["new", "old"],
    answerBind: () => statuses.systemId,
    times: { refusedPause: 3600 },
  });
  await until(
    async () => refused.centre.binds.length,
    (binds) => binds >= 2,
  );
  await lastError(refused.link, /0x0f \(unknown system id\)/);
  await new Promise((resolve) => setTimeout(resolve, 200)); // Many pauses of 10 ms.
  assert.equal(refused.centre.binds.length, 2);
});

test("the pauses between attempts grow, and every attempt is tried in the end", async (t) => {
  const at: number[] = [];
  const { bound } = await linked(t, {
    times: { pauses: [0.02, 0.1, 0.3] },
    answerBind: () => (at.push(performance.now()) < 6 ? statuses.alreadyBound : 0),
  });
  await bound();
  const gaps = at.slice(1).map((moment, place) => moment - (at[place] ?? 0));
  // Timers may be a millisecond early.
  for (const [place, least] of [20, 100, 300, 300, 300].entries())
    assert.ok((gaps[place] ?? 0) >= least - 2, `${gaps.join(" ")}`);
});

test("a bind without an answer, and a closed port, are given up", async (t) => {
  const { centre, link } = await linked(t, { answerBind: () => null, times: { bindSeconds: 0.05 } });
  await lastError(link, /^the bind was not answered within 0\.05 s$/);
  await centre.stop();
  await lastError(link, /ECONNREFUSED/);
});

test("no more messages are in progress than the window allows; the others wait and are taken all the same", async (t) => {
  let inProgress = 0;
  let most = 0;
  const { promise: open, resolve: release } = Promise.withResolvers<void>();
  const { bound, taken } = await linked(t, {
    async take() {
      most = Math.max(most, ++inProgress);
      await open;
      inProgress--;
    },
    times: { idleSeconds: 0.05, answerSeconds: 0.05 },
  });
  const centre = await bound();
  const answers = Promise.all(
    Array.from({ length: 2000 }, (_, place) => deliver(centre, message(`Code ${place}`))),
  );
  await until(
    async () => inProgress,
    (count) => count === 100,
  );
  await new Promise((resolve) => setTimeout(resolve, 300)); // Longer than its own question may wait.
  assert.ok(centre.isOpen(), "it is behind itself, and does not blame the centre");
  release();
  assert.ok((await answers).every((status) => status === 0));
  assert.deepEqual(
    taken.map(({ text }) => text),
    Array.from({ length: 2000 }, (_, place) => `Code ${place}`),
  );
  assert.equal(most, 100);
});

test("an impossible length ends the connection, with an answer, and it binds again", async (t) => {
  const { centre, bound, link } = await linked(t);
  for (const [round, length] of [0, 4, 15, 65_537, 0xffff_ffff].entries()) {
    const one = await bound();
    const bytes = Buffer.alloc(16);
    bytes.writeUInt32BE(length);
    one.write(bytes);
    await until(
      async () => centre.binds.length,
      (binds) => binds === round + 2,
    );
    const [nack] = one.received.slice(-1);
    assert.deepEqual([nack?.command, nack?.status], [commands.genericNack, statuses.commandLength]);
    assert.match(link.state().lastError ?? "", new RegExp(`^a PDU claims ${length} bytes`));
  }
});

test("10,000 mangled PDUs later it still takes messages", async (t) => {
  const { bound, taken } = await linked(t);
  const good = message("Code: 481-516.");
  let centre = await bound();
  let state = 12_345;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
  for (let round = 0; round < 10_000; round++) {
    const bytes = Buffer.concat([Buffer.alloc(16), good]);
    bytes.writeUInt32BE(bytes.length);
    bytes.writeUInt32BE([5, 5, 5, 0x103, 0x15, next(300)][next(6)] ?? 5, 4);
    for (let times = next(4); times > 0; times--) bytes[4 + next(bytes.length - 4)] = next(256);
    if (bytes.readUInt32BE(4) === commands.unbind) continue;
    centre.write(bytes.subarray(0, bytes.length));
    if (round % 500 === 499) {
      // A length that lies, too.
      bytes.writeUInt32BE(next(0xffff_ffff));
      centre.write(bytes);
      centre.end();
      const before = centre;
      await until(
        async () => before.isOpen(),
        (isOpen) => !isOpen,
      );
      centre = await bound();
    }
  }
  assert.equal(await deliver(centre, message("the last")), 0);
  assert.equal(taken.at(-1)?.text, "the last");
  assert.ok(taken.length > 500, `${taken.length} could be read`);
});

test("the centre may unbind; what is in progress is answered before that is confirmed", async (t) => {
  const { promise: committed, resolve: commit } = Promise.withResolvers<void>();
  const { bound, centre, link } = await linked(t, { take: () => committed });
  const first = await bound();
  const status = deliver(first, message("Code 1"));
  const unbound = first.ask(commands.unbind, nothing);
  commit();
  assert.equal(await status, 0);
  assert.equal((await unbound)?.command, answerTo(commands.unbind));
  await until(
    async () => centre.binds.length,
    (binds) => binds === 2,
  );
  assert.equal(link.state().lastError, "the carrier unbound");
});

test("when it is closed it answers what is in progress, takes no more, and unbinds", async (t) => {
  const { promise: committed, resolve: commit } = Promise.withResolvers<void>();
  const { bound, link, centre, taken } = await linked(t, { take: () => committed });
  const one = await bound();
  const status = deliver(one, message("Code 1"));
  await one.ask(commands.enquireLink, nothing);
  const closed = link.close();
  assert.equal(await deliver(one, message("Code 2")), statuses.temporary);
  assert.ok(!one.received.some(({ command }) => command === commands.unbind), "not before it has answered");
  commit();
  assert.equal(await status, 0);
  await closed;
  assert.deepEqual(
    taken.map(({ text }) => text),
    ["Code 1"],
  );
  assert.equal(one.received.at(-1)?.command, commands.unbind);
  assert.equal(link.state().boundSince, null);
  assert.equal(centre.binds.length, 1);
});

test("TLS: a certificate that nobody vouches for is only accepted by its fingerprint", async (t) => {
  const { fingerprint, ...tls } = selfSigned();
  const { bound, taken } = await linked(t, { tls, settings: { fingerprint } });
  assert.equal(await deliver(await bound(), message("Code 1")), 0);
  assert.equal(taken.length, 1);
  const other = selfSigned().fingerprint.toLowerCase().replaceAll(":", "");
  const wrong = await linked(t, { tls, settings: { fingerprint: other } });
  await lastError(wrong.link, /another fingerprint/);
  const unknown = await linked(t, { tls });
  await lastError(unknown.link, /self-signed certificate/);
  assert.equal(wrong.centre.binds.length + unknown.centre.binds.length, 0, "no password was sent");
});

test("settings that cannot be are refused by name, and no password is quoted", () => {
  const good = { address: "smpp://smsc.example.com:2775", systemId: "zapotp" };
  const refused = (secrets: string[], settings: object, pattern: RegExp): void =>
    assert.throws(
      () => smpp.defaults({ secrets, settings: { ...good, ...settings } }),
      (error: Error) => {
        assert.match(error.message, pattern);
        assert.doesNotMatch(error.message, /s3cret/);
        return true;
      },
    );
  for (const address of [
    "smsc.example.com:2775",
    "http://x:1",
    "smpp://u:p@x:1",
    "smpp://x/path",
    "smpp://",
    "",
  ])
    refused(["s3cret"], { address }, /^address /);
  refused([], {}, /^passwords /);
  refused(["s3cret s3cret s3cret s3cret s3cret"], {}, /^passwords/);
  refused(["s3crét"], {}, /^passwords/);
  refused(["s3cret"], { systemId: "longer than fifteen" }, /^systemId /);
  refused(["s3cret"], { systemId: "" }, /^systemId /);
  refused(["s3cret"], { alphabet: "ebcdic" }, /^alphabet /);
  refused(["s3cret"], { defaultCountry: "XX" }, /^defaultCountry /);
  refused(["s3cret"], { fingerprint: "ab:cd" }, /^fingerprint /);
  refused(["s3cret"], { port: 1 }, /^port is not a setting/);
  assert.equal(smpp.addressOf?.(smpp.defaults({ secrets: ["s3cret"], settings: good })), good.address);
});
