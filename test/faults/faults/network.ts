import { setTimeout as sleep } from "node:timers/promises";
import type { Fault } from "../fault.ts";
import { recovered } from "../settle.ts";

export const cut: Fault = {
  name: "database-cut",
  sentence: "every connection to the database is cut, six times within two seconds",
  rounds: 4,
  async inject({ proxy }) {
    for (let time = 0; time < 6; time++) {
      proxy?.cut();
      await sleep(Math.random() * 600);
    }
  },
};

export const away: Fault = {
  name: "database-away",
  sentence: "the database takes no connections for three seconds",
  rounds: 3,
  async inject({ proxy }) {
    proxy?.refuse();
    await sleep(3000);
    proxy?.heal();
  },
};

export const delayed: Fault = {
  name: "database-delayed",
  sentence: "every packet to and from the database comes 150 ms later, for four seconds",
  rounds: 2,
  async inject({ proxy }) {
    proxy?.delay(150);
    await sleep(4000);
    proxy?.heal();
  },
};

/** The listener sends a heartbeat, and waiting requests check again (domain/delivery/hub.ts). */
const longestSilenceSeconds = 40;
/** A heartbeat is awaited for ten seconds (src/app.ts); waiting requests are answered after that. */
const longestStopSeconds = 30;

export const halfOpen: Fault = {
  name: "database-half-open",
  sentence:
    "every connection to the database stays open and carries nothing ever after; new ones pass. The servers must find out by themselves, or stop when told to",
  rounds: 1,
  async inject(world) {
    world.proxy?.freeze();
    const seconds = await recovered(world);
    if (seconds > longestSilenceSeconds)
      world.record.violations.push(`the servers noticed after ${seconds} s that their database was silent`);
    await sleep(2000);
    world.proxy?.freeze();
    const since = performance.now();
    await world.servers[0]?.stop();
    const stopSeconds = (performance.now() - since) / 1000;
    if (stopSeconds > longestStopSeconds)
      world.record.violations.push(`a server with a silent database stopped after ${stopSeconds} s`);
    world.proxy?.heal();
    await world.servers[0]?.start();
    return `customers were served again after ${seconds.toFixed(0)} s; a server that was stopped then took ${stopSeconds.toFixed(0)} s`;
  },
};
