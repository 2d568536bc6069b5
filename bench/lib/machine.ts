import { cpus, loadavg, release, totalmem } from "node:os";
import { openClient } from "./postgres.ts";

const shown = ["fsync", "synchronous_commit", "full_page_writes", "shared_buffers"];

/** The machine that the figures were measured on, one line per fact. */
export async function describeMachine(connectionString: string): Promise<string[]> {
  const client = await openClient(connectionString);
  const { rows } = await client.query<{ name: string; value: string }>(
    `select name, current_setting(name) as value from unnest($1::text[]) as n (name)`,
    [["server_version", ...shown]],
  );
  await client.end();
  const settings = new Map(rows.map(({ name, value }) => [name, value]));
  const [cpu, ...others] = cpus();
  return [
    `${cpu?.model.trim() ?? "unknown"}, ${others.length + 1} cores, ${(totalmem() / 2 ** 30).toFixed(1)} GB`,
    `Linux ${release()}`,
    `Node ${process.versions.node}`,
    `PostgreSQL ${settings.get("server_version")} (${shown.map((name) => `${name} ${settings.get(name)}`).join(", ")})`,
  ];
}

/** Ours needs several processes at once and suffers more from other load on the machine than the yardsticks do. */
export function busyWarning(): string[] {
  const [load = 0] = loadavg();
  if (load < cpus().length / 2) return [];
  return [`WARNING: the machine is busy (load ${load.toFixed(1)}): ratios will be too low and far apart`];
}
