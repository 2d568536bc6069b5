import { setTimeout as sleep } from "node:timers/promises";
import { createLoad } from "./load.ts";
import { check } from "./invariants.ts";
import { recovered, settle } from "./settle.ts";
import type { Inject, Load } from "./fault.ts";
import type { World } from "./world.ts";

export interface Round {
  note: string;
  findings: string[];
  /** What happened in the world meanwhile. */
  rents: number;
  messages: number;
  answers: number;
  lost: number;
  slowestSeconds: number;
  recoveredSeconds: number;
}

/** Concurrent stories per wallet. */
const usualLoad: Load = { live: 10, test: 2 };
const lightLoad: Load = { live: 3, test: 1 };

export interface RoundOptions {
  isStrict?: boolean;
  isFast?: boolean;
  load?: Load | undefined;
}

/** Load, the fault, load again; then everything stops and is compared with the record. */
export async function playRound(
  world: World,
  inject: Inject,
  { isStrict = false, isFast = false, load = isFast ? lightLoad : usualLoad }: RoundOptions = {},
): Promise<Round> {
  const { record } = world;
  await world.keepStock();
  const before = {
    rents: record.asked.size,
    messages: record.messages.size,
    lost: record.lost,
    answers: sum(record.answers),
  };
  const failedBefore = failures(record.answers);
  for (const server of world.servers) server.failures(); // Those of the previous rounds.
  record.slowestSeconds = 0;
  const work = createLoad(world, load);
  work.resume();
  await sleep(300 + Math.random() * 700);
  const note = await inject(world).catch((error: Error) => {
    record.violations.push(`the fault could not be played: ${error.stack}`);
    return "";
  });
  const recoveredSeconds = await recovered(world);
  await sleep(500);
  await work.pause();
  if (isStrict) noteFailures(world, failedBefore);
  await settle(world);
  const findings = await check(world);
  return {
    note: note ?? "",
    findings,
    rents: record.asked.size - before.rents,
    messages: record.messages.size - before.messages,
    answers: sum(record.answers) - before.answers,
    lost: record.lost - before.lost,
    slowestSeconds: record.slowestSeconds,
    recoveredSeconds,
  };
}

const sum = (counts: Map<string, number>): number => [...counts.values()].reduce((a, b) => a + b, 0);

/** Lost answers and answers that report a fault of the server, except for the sandbox's supplier that is down. */
const failures = (answers: Map<string, number>): Map<string, number> =>
  new Map(
    [...answers].filter(
      ([name]) => / (lost.*|5\d\d)$/.test(name) && name !== "POST /account/api/v1/rent 503",
    ),
  );

function noteFailures({ record, servers }: World, before: Map<string, number>): void {
  for (const [name, count] of failures(record.answers)) {
    const more = count - (before.get(name) ?? 0);
    if (more > 0)
      record.violations.push(
        `${more} × ${name}, and not one request may fail here; logged: ${servers.flatMap((server) => server.failures()).join(" | ")}`,
      );
  }
}
