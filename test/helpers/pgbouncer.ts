import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../src/kit/postgres-server/port.ts";
import { spawnAs } from "../../src/kit/postgres-server/run-as.ts";
import { findSystemUser } from "../../src/kit/postgres-server/system-user.ts";
import { pgbouncerCommand } from "../../scripts/install-test-tools.ts";
import { until } from "./until.ts";

const command = pgbouncerCommand;

/** Whether the version tracks prepared statements in transaction mode (from 1.21 on). */
export function tracksStatements(): boolean {
  const { stdout } = spawnSync(command[0] ?? "", [...command.slice(1), "--version"], { encoding: "utf8" });
  const [, major, minor] = /(\d+)\.(\d+)/.exec(stdout) ?? [];
  return Number(major) > 1 || Number(minor) >= 21;
}

export interface PgBouncer {
  /** The database's address through the pooler. */
  connectionString: string;
  /** Changes its settings while it runs. */
  reload(settings: Record<string, string | number>): Promise<void>;
  stop(): Promise<void>;
}

/**
 * PgBouncer in front of a database of the tests, as its package configures it: no default is changed except by
 * `settings`, so `ignore_startup_parameters` is empty.
 */
export async function startPgBouncer(
  connectionString: string,
  settings: Record<string, string | number>,
): Promise<PgBouncer> {
  const folder = mkdtempSync(join(tmpdir(), "zapotp-pgbouncer-"));
  chmodSync(folder, 0o711); // It does not run as root, so its user needs access.
  const target = new URL(connectionString);
  const port = await freePort(0);
  const users = join(folder, "users");
  writeFileSync(users, `"${target.username}" "${decodeURIComponent(target.password)}"\n`, { mode: 0o644 });
  const ini = join(folder, "pgbouncer.ini");
  const database = `* = host=${target.hostname} port=${target.port}`;
  const write = (more: Record<string, string | number>): void => {
    const options = {
      listen_addr: "127.0.0.1",
      listen_port: port,
      unix_socket_dir: "",
      auth_type: "scram-sha-256",
      auth_file: users,
      ...more,
    };
    const lines = Object.entries(options).map(([name, value]) => `${name} = ${value}`);
    writeFileSync(ini, ["[databases]", database, "[pgbouncer]", ...lines, ""].join("\n"), { mode: 0o644 });
  };
  write(settings);
  const child = spawn(command[0] ?? "", [...command.slice(1), "-q", ini], {
    ...spawnAs(findSystemUser()),
    detached: false, // Ctrl-C ends it as well.
    stdio: ["ignore", "ignore", process.env["PGBOUNCER_LOG"] ? "inherit" : "ignore"],
  });
  const ended = once(child, "exit");
  const kill = (): void => void child.kill("SIGKILL");
  process.once("exit", kill);
  await until(
    () => answers(port),
    (isThere) => isThere,
  );
  target.port = String(port);
  return {
    connectionString: target.href,
    async reload(more) {
      write(more);
      child.kill("SIGHUP");
    },
    async stop() {
      kill(); // Its reaction to other signals, and whether it waits for its clients, depends on the version.
      await ended;
      process.off("exit", kill);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  const isThere = await once(socket, "connect").then(
    () => true,
    () => false,
  );
  socket.destroy();
  return isThere;
}
