import assert from "node:assert/strict";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { copyBinaries } from "./copy-binaries.ts";
import { tryAs } from "./run-as.ts";
import { startPostgres } from "./start.ts";
import { readState, type State } from "./state.ts";
import { fast, query, startOwner, temporaryFolder } from "./testing.ts";

const notRoot = process.getuid?.() === 0 ? false : "only root can run processes as another user";
const nobody = { name: "nobody", uid: 65_534, gid: 65_534 };

test(
  "root in a closed folder: the database is kept where its user can go, and found again",
  { skip: notRoot },
  async (t) => {
    const dataDir = join(temporaryFolder(t, 0o700), "data", "postgres");
    const said: string[] = [];
    const options = { dataDir, settings: fast, log: (line: string) => void said.push(line) };
    const first = await startPostgres(options);
    const { elsewhere } = readState(dataDir) as State;
    assert.ok(elsewhere);
    t.after(() => rmSync(elsewhere, { recursive: true, force: true }));
    assert.match(elsewhere, /^\/var\/lib\/zapotp\/[0-9a-f]{12}$/);
    assert.equal(said[0], `The database is kept in ${elsewhere}: its user "zapotp" cannot enter ${dataDir}.`);
    await query(first.connectionString, "create table kept as select 7 as value");
    await first.stop();

    chmodSync(dirname(dirname(dataDir)), 0o711); // Now accessible, but the existing cluster stays where it is.
    const second = await startPostgres(options);
    assert.deepEqual(await query(second.connectionString, "select value from kept"), [7]);
    await second.stop();

    rmSync(dataDir, { recursive: true }); // For example a new clone at the same path.
    chmodSync(dirname(dirname(dataDir)), 0o700);
    const third = await startPostgres(options);
    await assert.rejects(query(third.connectionString, "select value from kept"), { code: "42P01" });
    await third.stop();
    const aside = said
      .map((line) => /kept in (\S+\.left-\d+)/.exec(line)?.[1])
      .find((path) => path !== undefined);
    assert.ok(aside && existsSync(join(aside, "PG_VERSION")));
    rmSync(aside, { recursive: true });
  },
);

test(
  "root: a database that its user can no longer reach is never replaced by an empty one",
  { skip: notRoot },
  async (t) => {
    const folder = temporaryFolder(t);
    const options = { dataDir: join(folder, "postgres"), settings: fast, log: () => {} };
    await (await startPostgres(options)).stop();
    chmodSync(folder, 0o700);
    await assert.rejects(startPostgres(options), { name: "PostgresUnavailable", message: /chmod/ });
    chmodSync(folder, 0o711);
    await (await startPostgres(options)).stop();
  },
);

test("a database that is gone, or whose password is, is never replaced by an empty one", async (t) => {
  const dataDir = temporaryFolder(t);
  const options = { dataDir, settings: fast, log: () => {} };
  await (await startPostgres(options)).stop();
  const state = readFileSync(join(dataDir, "server.json"));
  rmSync(join(dataDir, "server.json"));
  await assert.rejects(startPostgres(options), {
    name: "PostgresUnavailable",
    message: /server\.json.* is missing/,
  });
  writeFileSync(join(dataDir, "server.json"), state);
  rmSync(join(dataDir, "cluster"), { recursive: true });
  await assert.rejects(startPostgres(options), { name: "PostgresUnavailable", message: /is gone/ });
});

test(
  "not root: the server runs as its owner does, and root may run it afterwards",
  { skip: notRoot },
  async (t) => {
    const complaint =
      tryAs(nobody, process.execPath, ["--version"]) ?? tryAs(nobody, "/bin/ls", [import.meta.filename]);
    if (complaint !== null) return t.skip(`another user cannot reach this project: ${complaint}`);
    const dataDir = temporaryFolder(t);
    chownSync(dataDir, nobody.uid, nobody.gid);
    const owner = startOwner(t, dataDir, nobody.uid);
    const url = await owner.url;
    assert.ok(url);
    await query(url, "create table kept as select 7 as value");
    assert.equal(statSync(join(dataDir, "cluster")).uid, nobody.uid);
    owner.child.kill("SIGKILL");
    const server = await startPostgres({ dataDir, log: () => {} });
    assert.deepEqual(await query(server.connectionString, "select value from kept"), [7]);
    await server.stop();
  },
);

test("a copy of the binaries may be run by everybody, whatever umask npm had", (t) => {
  const folder = temporaryFolder(t);
  const bin = join(folder, "native", "bin");
  mkdirSync(bin, { recursive: true, mode: 0o700 });
  for (const name of ["postgres", "initdb"]) writeFileSync(join(bin, name), "", { mode: 0o700 });
  writeFileSync(join(folder, "native", "words"), "", { mode: 0o600 });
  const binaries = { postgres: join(bin, "postgres"), initdb: join(bin, "initdb") };
  const copy = copyBinaries(binaries, folder);
  const modes = [copy.initdb, dirname(copy.postgres), join(copy.postgres, "../../words")].map(
    (path) => statSync(path).mode & 0o777,
  );
  assert.deepEqual(modes, [0o755, 0o755, 0o644]);
  assert.deepEqual(copyBinaries(binaries, folder), copy);
});
