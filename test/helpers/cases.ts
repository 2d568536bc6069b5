import type { TestApp } from "./app.ts";

/** A report about the account that was decided, and that it may appeal. */
export async function addCase(
  { db, clock }: Pick<TestApp, "db" | "clock">,
  accountId: number,
  number: string,
): Promise<number> {
  const [row] = await db.rows<{ id: number }>(
    `insert into abuse_reports (category, number, account_id, state, outcome, created_at, due_at, decided_at, appeal_until)
     values ('fraud', $2, $1, 'decided', 'nothing', $3, $3, $3, $3::timestamptz + interval '30 days') returning id`,
    [accountId, number, clock.now()],
  );
  return row?.id ?? 0;
}
