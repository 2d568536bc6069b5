import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { holdLinks, releaseLinks } from "../../../src/domain/sources/links/hold-links.ts";
import type { LinkState } from "../../../src/domain/sources/links/link.ts";
import { retireSource, rotateSource } from "../../../src/domain/sources/change-source.ts";
import { smpp } from "../../../src/edges/inbound/kinds/smpp.ts";
import { openReports } from "../../../src/edges/inbound/report-links.ts";
import { commands } from "../../../src/edges/inbound/smpp/pdu.ts";
import { startTestApp, type TestApp } from "../../helpers/app.ts";
import { openSource, type Source } from "../../helpers/source.ts";
import { until } from "../../helpers/until.ts";
import { startCentre, type Bound, type Centre } from "./centre.ts";
import { deliverSm, encode } from "./deliver-sm.ts";

let app: TestApp;
let centre: Centre;
before(async () => {
  app = await startTestApp();
  centre = await startCentre();
});
after(async () => {
  await app.close();
  await centre.stop();
});

const openLink = (systemId: string): Promise<Source> =>
  openSource(app, "smpp", {
    secrets: ["s3cret"],
    settings: { address: `smpp://127.0.0.1:${centre.port}`, systemId },
  });
const bindsOf = (name: string): Bound[] => centre.binds.filter(({ systemId }) => systemId === name);
const openBinds = (name: string): number => bindsOf(name).filter((bind) => bind.isOpen()).length;
const deliver = async (name: string, text: string): Promise<number | undefined> => {
  const body = deliverSm({ to: "12025550199", ...encode(text) });
  return (await (await centre.bound(name)).ask(commands.deliverSm, body))?.status;
};

test("a lease is one process's until it ends, by the database's clock; then it is whoever comes first's", async () => {
  const { id } = await openSource(app, "generic");
  await app.db.rows(`update sources set kind = 'leased' where id = $1`, [id]); // Which no server knows.
  const hold = async (
    owner: string,
    states: Parameters<typeof holdLinks>[1]["states"] = [],
  ): Promise<boolean> => (await holdLinks(app, { owner, kinds: ["leased"], states })).length === 1;
  const racers = ["a", "b", "c", "d"];
  const won = await Promise.all(racers.map((owner) => hold(owner)));
  assert.equal(won.filter(Boolean).length, 1, "however many ask at once");
  const owner = racers[won.indexOf(true)] ?? "";
  assert.deepEqual([await hold("e"), await hold(owner), await hold("e")], [false, true, false]);
  await app.db.rows(`update source_links set held_until = now() where source_id = $1`, [id]);
  assert.deepEqual([await hold("e"), await hold(owner)], [true, false], "whoever comes back has lost it");

  const at = new Date("2026-11-01T12:00:00Z");
  await hold("e", [{ sourceId: id, boundSince: null, lastError: "why", lastErrorAt: at }]);
  await hold("e", [{ sourceId: id, boundSince: at, lastError: null, lastErrorAt: null }]);
  const [row] = await app.db.rows(
    `select owner, bound_since, last_error, last_error_at, held_until > now() as "isHeld",
       held_until <= now() + interval '9 s' as "isShort" from source_links where source_id = $1`,
    [id],
  );
  const told = { bound_since: at, last_error: "why", last_error_at: at };
  assert.deepEqual(row, { owner: "e", ...told, isHeld: true, isShort: true });
  await releaseLinks(app, "e");
  assert.equal(await hold("f"), true);
});

test("two servers on a database bind a link once; when one stops, the other has it at once, and nothing is lost", async () => {
  const sibling = await app.sibling();
  const source = await openLink("shared");
  assert.equal(await deliver("shared", "Code 1"), 0);
  await until(
    async () =>
      app.db.rows(`select 1 from source_links where source_id = $1 and bound_since is not null`, [source.id]),
    (rows) => rows.length === 1,
  );
  assert.equal(openBinds("shared"), 1);
  // Whichever has it lets go: its lease is another's.
  await app.db.rows(`update source_links set owner = 'another', held_until = now() + interval '3 s'`);
  await until(
    async () => openBinds("shared"),
    (open) => open === 0,
  );
  assert.equal(bindsOf("shared")[0]?.received.at(-1)?.command, commands.unbind);
  assert.equal(await deliver("shared", "Code 2"), 0);
  const before = bindsOf("shared").length;
  await sibling.close();
  await centre.bound("shared");
  assert.ok(bindsOf("shared").length <= before + 1);
  assert.equal(openBinds("shared"), 1);
  assert.equal(await deliver("shared", "Code 3"), 0);
  assert.equal((await source.stored()).length, 3);
});

test("new settings are bound anew, once the old connection is gone; a retired source is unbound", async () => {
  const source = await openLink("changing");
  await centre.bound("changing");
  const change = (_kind: string, settings: unknown): object =>
    smpp.defaults({ secrets: ["new"], settings: { ...(settings as object) } });
  await rotateSource(app, { id: source.id, change, actor: "test" });
  await until(
    async () => bindsOf("changing").map(({ password }) => password),
    (passwords) => passwords.includes("new"),
  );
  assert.equal(openBinds("changing"), 1);
  assert.equal(await deliver("changing", "Code 1"), 0);
  await retireSource(app, { id: source.id, actor: "test" });
  await until(
    async () => openBinds("changing"),
    (open) => open === 0,
  );
  assert.equal(bindsOf("changing").at(-1)?.received.at(-1)?.command, commands.unbind);
});

test("a link's line is up once it is bound, and down when it was not bound for a minute", async () => {
  const { id } = await openSource(app, "generic");
  let now = new Date("2026-11-28T12:00:00Z");
  const reports = openReports({ db: app.db, clock: { now: () => now } });
  const report = (sourceId: number, state: LinkState) => reports([{ sourceId, ...state }]);
  const bound = { boundSince: now, lastError: null, lastErrorAt: null };
  const lost = { boundSince: null, lastError: "the carrier ended it", lastErrorAt: now };
  const line = async () =>
    (await app.db.rows(`select down_by, down_reason from lines where source_id = $1`, [id]))[0];
  const later = (seconds: number) => (now = new Date(now.getTime() + seconds * 1000));
  await report(id, lost);
  later(59);
  await report(id, lost);
  assert.equal(await line(), undefined, "it may still be bound");
  later(1);
  await report(id, lost);
  const down = { down_by: "link", down_reason: "the carrier ended it" };
  assert.deepEqual(await line(), down);
  await report(id, bound);
  const up = { down_by: null, down_reason: null };
  assert.deepEqual(await line(), up);
  await report(id, lost);
  later(30);
  await report(id, bound);
  later(40);
  await report(id, lost);
  later(59);
  await report(id, lost);
  assert.deepEqual(await line(), up, "short breaks are normal");
  later(1);
  await report(id, lost);
  assert.deepEqual(await line(), down);
  await reports([]);
  await report(id, bound);
  assert.deepEqual(await line(), up);
  const elsewhere = openReports({ db: app.db, clock: { now: () => now } });
  await reports([]);
  await elsewhere([{ sourceId: id, ...lost }]);
  later(60);
  await elsewhere([{ sourceId: id, ...lost }]);
  assert.deepEqual(await line(), down, "another process had it");
  await report(id, bound);
  assert.deepEqual(await line(), up, "it is ours again");

  await report(id, lost);
  later(60);
  await report(id, lost);
  await app.db.rows(
    `update lines set down_since = null, down_by = null, down_reason = null where source_id = $1`,
    [id],
  );
  later(59);
  await report(id, lost);
  assert.deepEqual(await line(), up, "an operator brought it up");
  later(1);
  await report(id, lost);
  assert.deepEqual(await line(), down, "which it is not");
});

test("the password is sealed, and neither the list nor an answer shows it", async () => {
  const source = await openLink("secret");
  const [row] = await app.db.rows<{ settings: Buffer }>(`select settings from sources where id = $1`, [
    source.id,
  ]);
  assert.ok(!row?.settings.includes("s3cret"));
  const listed = await app.db.rows<object>(`select * from source_links`);
  assert.ok(!JSON.stringify(listed).includes("s3cret"));
});
