import assert from "node:assert/strict";
import { after, test } from "node:test";
import { stopEverything } from "../../bench/lib/teardown.ts";
import { run } from "./run.ts";

after(stopEverything);

// The whole of it, with rounds by the hundred and what takes longer, is `npm run test:faults`.
const only = ["kill-everything", "rolling-restart", "database-cut", "kill-postgres", "kill-server"];

/**
 * Known and not mended yet: a message whose beginning was shown early loses the rest of its parts where the whole is no
 * longer for that order. `npm run test:faults` tells of it.
 */
const knownFault = /^partsAreOneRenters: (part \S+ was acknowledged and is in 0 messages|and \d+ more)$/;

test("servers and database are killed, cut off and restarted under load; the world is as the record says", async (t) => {
  const { played, world } = await run({
    minutes: 5, // Of a busy machine: each is played once, in half a minute.
    rounds: only.length,
    only,
    isFast: true,
    say: (line) => t.diagnostic(line),
  });
  const findings = played.flatMap((round) => round.findings);
  assert.deepEqual(
    findings.filter((finding) => !knownFault.test(finding)),
    [],
  );
  assert.equal(played.length, only.length);
  const rents = played.reduce((sum, round) => sum + round.rents, 0);
  assert.ok(rents > 50, `${rents} rents are too few to prove anything`);
  assert.ok(world.peer.deeds.size > 3, "the supplier failed in several ways");
});
