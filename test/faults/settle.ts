import { setTimeout as sleep } from "node:timers/promises";
import { askFor, hand } from "./calls.ts";
import { patienceSeconds } from "./ask.ts";
import type { World } from "./world.ts";

const tries = 5;
const atOnce = 20;

/**
 * Does what every client must do after a lost answer: repeats rents with their keys, and messages until they are
 * acknowledged. Rents whose first request was interrupted are left for later: a repeat waits for it, for a minute.
 */
export async function settle(world: World): Promise<void> {
  const { record, db } = world;
  const underWay = new Set(
    (
      await db.rows<{ key: string }>(
        `select i.key from idempotency_keys i left join orders o using (order_id)
         where i.created_at > now() - interval '1 minute'
           and (o.status = 'PLACING' or (i.order_id is null and i.answer is null and i.key like 'faults-%'))`,
      )
    ).map(({ key }) => key),
  );
  const lost = [...record.asked.values()].filter(
    ({ outcome, key }) => outcome === "lost" && !underWay.has(key),
  );
  await inGroups(lost, async (asked) => {
    for (let turn = 0; turn < tries && asked.outcome === "lost"; turn++) await askFor(world, asked);
    if (asked.outcome === "answered") await askFor(world, asked); // And again: the same orders.
  });
  const unacknowledged = [...record.messages.values()].filter(({ acknowledged }) => !acknowledged);
  await inGroups(unacknowledged, async (message) => {
    for (let turn = 0; turn < tries && !message.acknowledged; turn++) await hand(world, message);
    if (!message.acknowledged) record.violations.push(`message ${message.id} is never acknowledged`);
  });
}

async function inGroups<T>(all: T[], work: (one: T) => Promise<void>): Promise<void> {
  for (let start = 0; start < all.length; start += atOnce)
    await Promise.all(all.slice(start, start + atOnce).map(work));
}

/** Resolves with the seconds it took until each server serves a customer again. */
export async function recovered(world: World): Promise<number> {
  const since = performance.now();
  const seconds = (): number => (performance.now() - since) / 1000;
  for (const { port } of world.servers) {
    while (!(await serves(port, world))) {
      if (seconds() > patienceSeconds) {
        world.record.violations.push(
          `the server on port ${port} did not recover within ${patienceSeconds} s`,
        );
        return seconds();
      }
      await sleep(100);
    }
  }
  return seconds();
}

async function serves(port: number, { accounts }: World): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/account/api/v1/user`, {
    headers: { authorization: `Bearer ${accounts[0]?.key}` },
  }).catch(() => null);
  await answer?.arrayBuffer();
  return answer?.status === 200;
}
