import { setTimeout as sleep } from "node:timers/promises";
import { createClient } from "../ask.ts";
import { rent } from "../calls.ts";
import type { Fault } from "../fault.ts";

export const stalled: Fault = {
  name: "server-stalled",
  sentence:
    "one of two server processes stands still (SIGSTOP) for four seconds, with whatever locks it holds",
  rounds: 3,
  async inject({ servers: [server] }) {
    server?.signal("SIGSTOP");
    await sleep(4000);
    server?.signal("SIGCONT");
  },
};

/** The locks of the stalled process are released after half of the time (kit/db.ts). */
const fewestRents = 5;

export const stalledForLong: Fault = {
  name: "server-stalled-for-long",
  sentence: "one of two server processes stands still for 20 seconds; the other one must serve meanwhile",
  rounds: 1,
  async inject(world) {
    const {
      servers: [server, other],
      accounts,
      record,
    } = world;
    const client = createClient(
      () => [other?.port ?? 0],
      () => false,
      record,
    );
    server?.signal("SIGSTOP");
    let slowest = 0;
    let rents = 0;
    for (const until = Date.now() + 20_000; Date.now() < until; rents++) {
      const since = performance.now();
      const account = accounts.filter(({ mode }) => mode === "live")[rents % 4] ?? accounts[0];
      if (account) await rent({ ...world, client }, account, "whatsapp");
      slowest = Math.max(slowest, performance.now() - since);
      await sleep(100);
    }
    server?.signal("SIGCONT");
    client.close();
    if (rents < fewestRents)
      record.violations.push(
        `while one server stood still the other one answered no more than ${rents} rents`,
      );
    return `${rents} rents were answered by the other one meanwhile, the slowest after ${(slowest / 1000).toFixed(1)} s`;
  },
};
