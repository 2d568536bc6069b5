import assert from "node:assert/strict";
import { after, test } from "node:test";
import { stopEverything } from "../../bench/lib/teardown.ts";
import { run } from "./run.ts";

after(stopEverything);

// The whole of it, with rounds by the hundred and what takes longer, is `npm run test:faults`.
const only = ["kill-everything", "rolling-restart", "database-cut", "kill-postgres"];

test("servers and database are killed, cut off and restarted under load; the world is as the record says", async (t) => {
  const { played } = await run({
    minutes: 0.25,
    rounds: only.length,
    only,
    isFast: true,
    say: (line) => t.diagnostic(line),
  });
  assert.deepEqual(
    played.flatMap(({ findings }) => findings),
    [],
  );
  const rents = played.reduce((sum, round) => sum + round.rents, 0);
  assert.ok(rents > 50, `${rents} rents are too few to prove anything`);
});
