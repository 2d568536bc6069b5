import type { Tx } from "../../../kit/db.ts";

/** Counts what capped keys spent, or got back (negative amounts), on the day of each order. */
export async function addSpending(
  tx: Tx,
  entries: { keyId: number; day: Date; amountMinor: number }[],
): Promise<void> {
  await tx.rows(
    `insert into key_spending (key_id, day, spent_minor)
     select e.key_id, e.at::date, sum(e.amount)
     from unnest($1::bigint[], $2::timestamptz[], $3::bigint[]) as e (key_id, at, amount)
     join api_keys k on k.id = e.key_id and k.daily_cap_minor is not null
     group by 1, 2 order by 1, 2
     on conflict (key_id, day) do update set spent_minor = key_spending.spent_minor + excluded.spent_minor`,
    [
      entries.map((entry) => entry.keyId),
      entries.map((entry) => entry.day),
      entries.map((entry) => entry.amountMinor),
    ],
  );
}
