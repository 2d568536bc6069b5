import { setTimeout as sleep } from "node:timers/promises";
import { newRent, askFor } from "../calls.ts";
import type { Fault } from "../fault.ts";
import type { World } from "../world.ts";

/** Measured from the loss of the primary; promoting the standby takes a part of it. */
const longestSeconds = 15;
/** A busy machine takes longer for everything: the time of this many earlier rents is allowed on top. */
const usualRents = 10;
/** Detects the loss of the primary, and decides. */
const decisionMilliseconds = 1_000;

/** Waits until every server can rent a number again; returns the seconds it took. */
async function sold({ servers, ...world }: World, since: number): Promise<number> {
  const account = world.accounts.find(({ mode }) => mode === "live");
  for (const deadline = since + 100_000; account && performance.now() < deadline; await sleep(100)) {
    const rents = servers.map(() => newRent({ servers, ...world }, account, { service: "whatsapp" }));
    await Promise.all(rents.map((asked) => askFor({ servers, ...world }, asked)));
    if (rents.every(({ outcome }) => outcome === "answered")) break;
  }
  return (performance.now() - since) / 1000;
}

function failover(how: "killed" | "silent", sentence: string): Fault {
  return {
    name: `failover-${how}`,
    sentence,
    rounds: how === "killed" ? 3 : 1,
    inject: (_world, { elsewhere }) =>
      elsewhere({ replicated: true }, async (world) => {
        const { replicas, record } = world;
        await sleep(1_500); // Rents and messages are in progress.
        const usualSeconds = await sold(world, performance.now());
        const since = performance.now();
        if (how === "killed") await replicas?.killPrimary();
        else replicas?.silencePrimary();
        await sleep(decisionMilliseconds);
        await replicas?.promote();
        const seconds = await sold(world, since);
        const told = `numbers were sold again ${seconds.toFixed(1)} s after the primary was gone; a rent took ${usualSeconds.toFixed(1)} s before`;
        if (seconds > longestSeconds + usualRents * usualSeconds) record.violations.push(told);
        return told;
      }),
  };
}

export const failoverKilled = failover(
  "killed",
  "kill -9 of a primary; its synchronous standby is promoted a second later, and both are in DATABASE_URL",
);

export const failoverSilent = failover(
  "silent",
  "the same with a primary that neither answers nor refuses anything any more, as a host that the network has lost",
);
