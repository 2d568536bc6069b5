import { setTimeout as sleep } from "node:timers/promises";
import type { Fault } from "../fault.ts";

export const stalled: Fault = {
  name: "server-stalled",
  sentence:
    "one of two server processes stands still (SIGSTOP) for four seconds, with whatever locks it holds",
  rounds: 2,
  async inject({ servers: [server] }) {
    server?.signal("SIGSTOP");
    await sleep(4000);
    server?.signal("SIGCONT");
  },
};

export const stalledForLong: Fault = {
  name: "server-stalled-for-long",
  sentence: "one of two server processes stands still for 25 seconds; the other one must serve meanwhile",
  rounds: 1,
  async inject({ servers: [server, other], accounts, record }) {
    server?.signal("SIGSTOP");
    const until = Date.now() + 25_000;
    let slowest = 0;
    while (Date.now() < until) {
      const since = performance.now();
      await fetch(`http://127.0.0.1:${other?.port}/account/api/v1/user`, {
        headers: { authorization: `Bearer ${accounts[0]?.key}` },
      });
      slowest = Math.max(slowest, performance.now() - since);
      await sleep(200);
    }
    const stuck = [...record.waiting.values()].filter(({ since }) => Date.now() - since > 20_000).length;
    server?.signal("SIGCONT");
    return `the other answered a reading within ${slowest.toFixed(0)} ms; ${stuck} requests waited for longer than 20 s, those at the one that stood still among them`;
  },
};
