import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { projectRoot } from "../../src/kit/paths.ts";
import { openClient } from "./client.ts";
import { customerName, goodPassword } from "./fill-shop.ts";
import { startServer } from "./start-server.ts";

test("a seeded folder holds a shop with orders in every state, and is never overwritten", async (t) => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "zapotp-seed-")));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  chmodSync(folder, 0o711);
  const seed = () =>
    spawnSync(process.execPath, ["scripts/seed/main.ts", folder], { cwd: projectRoot, encoding: "utf8" });
  const first = seed();
  assert.equal(first.status, 0, first.stderr);
  assert.ok(first.stdout.includes(goodPassword));
  const second = seed();
  assert.equal(second.status, 1);
  assert.match(second.stderr, /is not empty/);

  const { url, stop } = await startServer(folder);
  t.after(stop);
  const customer = openClient(url);
  await customer.call("POST", "sign-in", { username: customerName, password: goodPassword });
  const orders = await customer.call<{ status: string }[]>("GET", "/account/api/v1/orders");
  const statuses = new Set(orders.map(({ status }) => status));
  assert.deepEqual([...statuses].toSorted(), ["CANCELLED", "EXPIRED", "FINISHED", "PENDING", "RECEIVED"]);
  const operator = openClient(url);
  await operator.call("POST", "sign-in", { username: "operator", password: goodPassword });
  assert.ok((await operator.call<unknown[]>("GET", "operator/orders")).length > 20);
});
