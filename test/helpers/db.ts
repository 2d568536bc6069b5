import { openDb, type Db } from "../../src/kit/db.ts";
import { createLog } from "../../src/kit/log.ts";
import { createTestDatabase } from "./postgres.ts";

/** Connections to a separate database, which is dropped when they are closed. */
export async function openTestDb(
  maxConnections: number,
  template?: string,
): Promise<Db & { close(): Promise<void> }> {
  const { connectionString, drop } = await createTestDatabase(template);
  const db = openDb({ connectionString, log: createLog("silent"), maxConnections });
  return {
    ...db,
    async close() {
      await db.end();
      await drop();
    },
  };
}
