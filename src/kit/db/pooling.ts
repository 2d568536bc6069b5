import { randomBytes } from "node:crypto";
import pg from "pg";
import { isSilence, Unreachable } from "./errors.ts";

/**
 * What is between us and PostgreSQL: nothing that matters; a pooler that assigns a connection for as long as ours
 * lasts; or one that assigns a different connection to every transaction, so that nothing may be left in a session:
 * no setting, no lock, no LISTEN. Whether statements can be prepared there depends: PgBouncer tracks them since 1.21
 * if max_prepared_statements is not 0.
 */
export type Pooling = "none" | "session" | "transaction" | "transaction_unprepared";

export const isShared = (pooling: Pooling): boolean => pooling.startsWith("transaction");

/** Whether the connection's process id at the server is the one that we were given: a pooler makes up its own. */
export const isDirect = (client: pg.ClientBase, backendPid: number): boolean =>
  (client as { processID?: number | null }).processID === backendPid;

const rounds = 10;

/**
 * Determines how a pooler works with two connections that take turns: if they meet on one server connection, or one
 * of them is moved to another, it assigns connections by transaction. Poolers assign the most recently used one, or
 * rotate; only on a busy pooler could chance keep the two apart for so long, once in a million times. Throws
 * Unreachable if it assigns them by statement, because then nothing works.
 */
export async function findPooling(open: () => Promise<pg.Client>): Promise<Pooling> {
  const first = await open();
  const second = await open();
  try {
    if (!(await meet(first, second))) return "session";
    await requireTransactions(first);
    return (await namesAreKept(second)) ? "transaction_unprepared" : "transaction";
  } finally {
    for (const client of [first, second]) client.end().catch(() => {});
  }
}

async function meet(first: pg.Client, second: pg.Client): Promise<boolean> {
  const seen = { first: await servedBy(first), second: "" };
  try {
    seen.second = await servedBy(second);
  } catch (error) {
    if (isSilence(error)) return false; // The first one has the only connection and keeps it.
    throw error;
  }
  for (let round = 0; round < rounds; round++) {
    if (seen.first === seen.second) return true;
    const isMoved = (await servedBy(first)) !== seen.first || (await servedBy(second)) !== seen.second;
    if (isMoved) return true;
  }
  return false;
}

async function servedBy(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `select pg_backend_pid() || ' ' || pg_postmaster_start_time() as id`,
  );
  return rows[0]?.id ?? "";
}

async function requireTransactions(client: pg.Client): Promise<void> {
  try {
    await client.query("begin");
    await client.query("commit");
  } catch (cause) {
    throw new Unreachable(
      "the pooler gives connections by statement, and no transaction is possible: set its pool_mode to transaction or session",
      { cause },
    );
  }
}

/** A pooler that tracks prepared statements renames them, and the server lists those names. */
async function namesAreKept(client: pg.Client): Promise<boolean> {
  const name = `zapotp_probe_${randomBytes(8).toString("hex")}`;
  await client.query("begin");
  const { rows } = await client.query<{ kept: boolean }>({
    name,
    text: `select exists (select from pg_prepared_statements where name = '${name}') as kept`,
  });
  const kept = rows[0]?.kept ?? true;
  if (kept) await client.query(`deallocate ${pg.escapeIdentifier(name)}`);
  await client.query("commit");
  return kept;
}
