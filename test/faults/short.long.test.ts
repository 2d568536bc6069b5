import assert from "node:assert/strict";
import { after, test } from "node:test";
import { stopEverything } from "../../bench/lib/teardown.ts";
import { run } from "./run.ts";

after(stopEverything);

// The full version, with hundreds of rounds and everything that takes longer, is `npm run test:faults`.
const only = ["kill-everything", "rolling-restart", "database-cut", "kill-postgres", "kill-server"];

test("servers and database are killed, cut off and restarted under load; the world is as the record says", async (t) => {
  const { played, world } = await run({
    minutes: 5, // On a busy machine: each runs once, for half a minute.
    rounds: only.length,
    only,
    isFast: true,
    say: (line) => t.diagnostic(line),
  });
  const findings = played.flatMap((round) => round.findings);
  assert.deepEqual(findings, []);
  assert.equal(played.length, only.length);
  const rents = played.reduce((sum, round) => sum + round.rents, 0);
  assert.ok(rents > 50, `${rents} rents are too few to prove anything`);
  assert.ok(world.peer.deeds.size > 3, "the supplier failed in several ways");
});
