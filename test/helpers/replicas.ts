import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, realpathSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { findPostmaster } from "../../src/kit/postgres-server/pid-file.ts";
import { startPostgres, type Postgres } from "../../src/kit/postgres-server/start.ts";
import { startProxy } from "./tcp-proxy.ts";
import { until } from "./until.ts";

/** A primary and a standby that streams from it; a commit is only acknowledged once the standby has it, too. */
export interface Replicas {
  primary: Postgres;
  standby: Postgres;
  /** Both, the primary first. */
  connectionString: string;
  /** From then on the standby receives nothing from the primary, so a commit there waits. */
  partStandby(): void;
  /** Undoes that; resolves when commits are acknowledged again. */
  joinStandby(): Promise<void>;
  /** kill -9; it is not restarted. */
  killPrimary(): Promise<void>;
  /**
   * All its processes are paused (SIGSTOP), like a host that has left the network: nothing is answered or refused.
   */
  silencePrimary(): void;
  /** Resolves when the standby accepts writes. */
  promote(): Promise<void>;
  stop(): Promise<void>;
}

const settings = { fsync: "off", full_page_writes: "off", shared_buffers: "64MB" };

/** Two instances of the PostgreSQL that npm installs, in a folder that its user may enter. */
export async function startReplicas(folder: string): Promise<Replicas> {
  const [one, two] = ["one", "two"].map((name) => {
    const path = join(realpathSync(folder), name);
    mkdirSync(path);
    chmodSync(path, 0o711);
    return join(path, "postgres");
  }) as [string, string];
  // npm installs no pg_basebackup, so a server that was stopped cleanly is copied.
  await (await startPostgres({ dataDir: one, log: () => {}, settings })).stop();
  spawnSync("cp", ["-a", one, two]);
  const primary = await startPostgres({ dataDir: one, log: () => {}, settings });
  makeStandby(join(two, "cluster"));
  const { username, password, hostname, port } = new URL(primary.connectionString);
  const between = await startProxy({ host: hostname, port: Number(port) });
  const conninfo = `host=127.0.0.1 port=${between.port} user=${username} password=${decodeURIComponent(password)}`;
  const standby = await startPostgres({
    dataDir: two,
    log: () => {},
    settings: { ...settings, primary_conninfo: conninfo },
  });
  await ask(primary, `alter system set synchronous_standby_names = '*'`);
  await ask(primary, `select pg_reload_conf()`);
  const inStep = (): Promise<unknown> =>
    until(
      () => ask(primary, `select 1 from pg_stat_replication where sync_state = 'sync'`),
      (rows) => rows.length === 1,
      60,
    );
  await inStep();
  const second = new URL(standby.connectionString);
  let silenced: number[] = [];
  const end = (): void => silenced.splice(0).forEach((pid) => signal(pid, "SIGKILL"));
  return {
    primary,
    standby,
    connectionString: primary.connectionString.replace(/@([^/]+)\//, `@$1,${second.host}/`),
    partStandby: () => between.refuse(),
    async joinStandby() {
      between.heal();
      await inStep();
    },
    killPrimary() {
      process.kill(postmasterOf(one), "SIGKILL");
      return primary.stop(); // Marked before its end is seen, so that it is not restarted.
    },
    silencePrimary() {
      const pid = postmasterOf(one);
      silenced = [pid, ...childrenOf(pid)];
      for (const each of silenced) signal(each, "SIGSTOP");
    },
    async promote() {
      await ask(standby, `select pg_promote()`);
    },
    async stop() {
      const stopped = [primary.stop(), standby.stop()];
      end();
      await Promise.all(stopped);
      await between.close();
    },
  };
}

function makeStandby(cluster: string): void {
  const path = join(cluster, "standby.signal");
  writeFileSync(path, "");
  const { uid, gid } = statSync(cluster);
  chownSync(path, uid, gid);
}

function postmasterOf(dataDir: string): number {
  const pid = findPostmaster(join(dataDir, "cluster"));
  if (pid === null) throw new Error(`no PostgreSQL runs in ${dataDir}`);
  return pid;
}

function childrenOf(pid: number): number[] {
  const { stdout } = spawnSync("ps", ["-o", "pid=", "--ppid", String(pid)], { encoding: "utf8" });
  return stdout.split("\n").map(Number).filter(Boolean);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended in the meantime.
  }
}

async function ask({ connectionString }: Postgres, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
