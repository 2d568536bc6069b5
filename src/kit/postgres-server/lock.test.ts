import assert from "node:assert/strict";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { lockCluster } from "./lock.ts";
import { birthMark } from "./processes.ts";
import { temporaryFolder } from "./testing.ts";

test("a lock counts for as long as its very process lives", async (t) => {
  const cluster = join(temporaryFolder(t), "cluster");
  const gone = "4194300 1@0";
  const reused = `${process.ppid} 1@0`; // A process with this id exists, but it is not the one that took the lock.
  for (const stale of [gone, reused, ""]) {
    writeFileSync(`${cluster}.lock`, stale);
    (await lockCluster(cluster)).release();
    assert.equal(existsSync(`${cluster}.lock`), false);
  }
  writeFileSync(`${cluster}.lock`, `${process.ppid} ${birthMark(process.ppid)}`);
  await assert.rejects(lockCluster(cluster), { name: "DataDirectoryInUse", pid: process.ppid });
});
