import { test } from "node:test";
import assert from "node:assert/strict";
import { createTestDatabase } from "../helpers/postgres.ts";
import { tellHistories } from "./tell.ts";

test("histories by the thousand: no message reaches anybody but whom it can belong to", async (t) => {
  const database = await createTestDatabase();
  t.after(() => database.drop());
  const tally = await tellHistories(database.connectionString, {
    runs: 1000,
    say: (line) => t.diagnostic(line),
  });
  // Everything possible has happened, or the model proves nothing.
  for (const [what, count] of Object.entries(tally)) assert.ok(count > 20, `${what}: ${count}`);
});
