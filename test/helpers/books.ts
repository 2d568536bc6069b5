import assert from "node:assert/strict";
import { verifyBooks } from "../../src/domain/books/verify.ts";
import type { Db } from "../../src/kit/db.ts";
import type { TestApp } from "./app.ts";

/** The books are correct, and no wallet was overdrawn. */
export async function assertBooks(db: Db): Promise<void> {
  const { faults } = await verifyBooks(db);
  assert.deepEqual(faults, []);
  assert.deepEqual(await db.rows(`select id from wallets where spendable_minor < 0`), []);
  // A number has at most one open order for a service.
  assert.deepEqual(
    await db.rows(
      `select number, service_id from orders where status in ('PENDING', 'RECEIVED') group by 1, 2 having count(*) > 1`,
    ),
    [],
  );
}

/** The app, whose books must be correct when it is closed. */
export const withBooks = (app: TestApp): TestApp => ({
  ...app,
  async close() {
    try {
      await assertBooks(app.db);
    } finally {
      await app.close();
    }
  },
});
