import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { stopLater } from "../../bench/lib/teardown.ts";
import type { Fault, Tools } from "./fault.ts";
import { clockJumps } from "./faults/clock-jumps.ts";
import { diskFull } from "./faults/disk-full.ts";
import { exhausted } from "./faults/exhausted.ts";
import { failoverKilled, failoverSilent } from "./faults/failover.ts";
import { greedy } from "./faults/greedy.ts";
import { killEmbedded, killEverything, killPostgres, killServer, killServers } from "./faults/kills.ts";
import { away, cut, delayed, halfOpen } from "./faults/network.ts";
import { rollingRestart } from "./faults/rolling-restart.ts";
import { stalled, stalledForLong } from "./faults/stalled.ts";
import { newerSchema, secondServer, twoMigrations } from "./faults/starts.ts";
import { check } from "./invariants.ts";
import { playRound, type Round } from "./round.ts";
import { settle } from "./settle.ts";
import { startWorld, type World } from "./world.ts";

const all: Fault[] = [
  killServer,
  killPostgres,
  killServers,
  rollingRestart,
  killEverything,
  cut,
  stalled,
  away,
  delayed,
  twoMigrations,
  newerSchema,
  secondServer,
  killEmbedded,
  failoverKilled,
  failoverSilent,
  greedy,
  clockJumps,
  diskFull,
  exhausted,
  stalledForLong,
  halfOpen,
];

export const faultNames = all.map(({ name }) => name);

export interface RunOptions {
  /** No round begins after this. */
  minutes: number;
  /** At most, for all faults together. */
  rounds?: number;
  /** Names of the faults to run; all if undefined. */
  only?: string[];
  /** Neither waits for the disk nor, at the end, for what takes a minute to settle. */
  isFast?: boolean;
  say: (line: string) => void;
}

export interface Played extends Round {
  fault: Fault;
  seconds: number;
}

export interface Run {
  played: Played[];
  skipped: { name: string; why: string }[];
  /** Findings after the last round, when everything had settled. */
  last: string[];
  world: World;
}

/** Runs faults in turn until the time is over; yields every round. The caller stops what was started. */
export async function run({
  minutes,
  rounds = Infinity,
  only,
  isFast = false,
  say,
}: RunOptions): Promise<Run> {
  const chosen = (only ?? faultNames).map((name) => {
    const fault = all.find((each) => each.name === name);
    if (!fault) throw new Error(`There is no fault "${name}"; there are ${faultNames.join(", ")}.`);
    return fault;
  });
  const folder = temporaryFolder();
  const world = await startWorld({ folder: subfolder(folder, "world"), isFast });
  const skipped = chosen.flatMap(({ name, cannot }) => {
    const why = cannot?.() ?? null;
    return why === null ? [] : [{ name, why }];
  });
  const list = interleave(chosen.filter(({ cannot }) => (cannot?.() ?? null) === null));
  const deadline = Date.now() + minutes * 60_000;
  const played: Played[] = [];
  for (let turn = 0; played.length < rounds && Date.now() < deadline; turn++) {
    const fault = list[turn % list.length] as Fault;
    const since = performance.now();
    const round = await playOne(world, fault, subfolder(folder, `round${turn}`), isFast);
    played.push({ ...round, fault, seconds: (performance.now() - since) / 1000 });
    say(describe(played.length, played.at(-1) as Played));
    for (const finding of round.findings) say(`    ${finding}`);
    if (played.length === rounds) break;
  }
  return { played, skipped, last: isFast ? [] : await settleAll(world, say), world };
}

async function playOne(world: World, fault: Fault, folder: string, isFast: boolean): Promise<Round> {
  const others: Round[] = [];
  const tools: Tools = {
    folder,
    isFast,
    async elsewhere(options, inject) {
      const other = await startWorld({ ...options, folder: subfolder(folder, "world"), accounts: 2, isFast });
      try {
        others.push(await playRound(other, inject, { isFast }));
      } finally {
        await other.close();
      }
    },
  };
  const round = await playRound(world, (each) => fault.inject(each, tools), {
    isStrict: fault.isStrict,
    isFast,
    load: fault.load,
  });
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  return others.reduce(
    (sum, other) => ({
      note: [sum.note, other.note].filter((note) => note !== "").join("; "),
      findings: [...sum.findings, ...other.findings],
      rents: sum.rents + other.rents,
      messages: sum.messages + other.messages,
      answers: sum.answers + other.answers,
      lost: sum.lost + other.lost,
      slowestSeconds: other.slowestSeconds, // Of the world in which the fault occurred.
      recoveredSeconds: other.recoveredSeconds,
    }),
    round,
  );
}

/** Work that a crash interrupted is resumed after a minute (domain/orders/settle.ts, place-several.ts). */
const settleMilliseconds = 70_000;

/** Interrupted rents are settled within a minute; after that nothing may be left over. */
async function settleAll(world: World, say: RunOptions["say"]): Promise<string[]> {
  say("All faults are played; waiting for what takes a minute to settle.");
  await sleep(settleMilliseconds);
  await settle(world);
  const findings = await check(world);
  const left = [...world.record.asked.values()].filter(({ outcome }) => outcome === "lost");
  if (left.length > 0)
    findings.push(`${left.length} rents were never answered, however often they were repeated`);
  for (const finding of findings) say(`    ${finding}`);
  return findings;
}

/** Each fault as often as it needs per cycle, with the same ones spread out. */
function interleave(faults: Fault[]): Fault[] {
  const most = Math.max(...faults.map(({ rounds }) => rounds));
  return Array.from({ length: most }, (_, turn) => faults.filter(({ rounds }) => rounds > turn)).flat();
}

const describe = (
  number: number,
  { fault, seconds, rents, messages, lost, slowestSeconds, recoveredSeconds, note, findings }: Played,
): string =>
  `${findings.length === 0 ? "ok  " : "FAIL"} ${number} ${fault.name}: ${seconds.toFixed(1)} s, ${rents} rents, ${messages} messages, ${lost} answers lost, the longest wait ${slowestSeconds.toFixed(1)} s, served again ${recoveredSeconds.toFixed(1)} s later${note ? `; ${note}` : ""}`;

function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "zapotp-faults-")));
  stopLater("the temporary folder", async () =>
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 }),
  );
  chmodSync(folder, 0o711); // If root runs the driver, PostgreSQL's user needs access.
  return folder;
}

function subfolder(folder: string, name: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  chmodSync(path, 0o711);
  return path;
}
