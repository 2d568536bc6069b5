import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Fault } from "../fault.ts";

const preload = new URL("../shifted-clock.ts", import.meta.url).href;

export const clockJumps: Fault = {
  name: "clock-jumps",
  sentence:
    "the clock of one server process, then of both, jumps an hour ahead and two hours back (a preloaded Date; PostgreSQL's own clock stays)",
  rounds: 1,
  inject: (_world, { elsewhere }) =>
    elsewhere({ preload }, async ({ servers, folder }) => {
      const jump = (place: number, hours: number): void =>
        writeFileSync(join(folder, "home", `clock.${servers[place]?.port}`), String(hours * 3_600_000));
      for (const [first, second] of [
        [1, 0],
        [-1, 0],
        [1, 1],
        [-1, -1],
        [0, 0],
      ]) {
        jump(0, first ?? 0);
        jump(1, second ?? 0);
        await sleep(2500);
      }
    }),
};
