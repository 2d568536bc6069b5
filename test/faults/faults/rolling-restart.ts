import { setTimeout as sleep } from "node:timers/promises";
import type { Fault } from "../fault.ts";

export const rollingRestart: Fault = {
  name: "rolling-restart",
  sentence: "SIGTERM and a new start of one server process after the other; not one request may fail",
  rounds: 8,
  isStrict: true,
  async inject({ servers, record }) {
    let slowest = 0;
    for (const server of servers) {
      const since = performance.now();
      const { code, signal, printed } = await server.stop();
      slowest = Math.max(slowest, performance.now() - since);
      if (code !== 0)
        record.violations.push(`after SIGTERM a server ended with ${code ?? signal}: ${printed}`);
      await server.start();
      await sleep(300);
    }
    return `the slowest stop took ${(slowest / 1000).toFixed(1)} s`;
  },
};
