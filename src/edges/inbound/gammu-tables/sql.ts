import type { Pool } from "pg";

/** A row of smsd's table `inbox` (gammu-smsd-tables): an SMS, or a part of one. */
export interface InboxRow {
  id: number;
  /** As the network wrote it, in its own zone. */
  at: string;
  /** In hex: UTF-16 of texts, the bytes of others. */
  text: string;
  sender: string;
  coding: string;
  /** In hex; empty without one. */
  udh: string;
  class: number;
  /** The daemon's PhoneID. */
  phone: string;
}

/** The highest id in the table; 0 if it is empty. */
export async function newestId(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ id: string }>(`select coalesce(max("ID"), 0) as id from inbox`);
  return Number(rows[0]?.id ?? 0);
}

/** The rows beyond an id, without some, oldest first. */
export async function rowsAfter(
  pool: Pool,
  id: number,
  without: number[],
  most: number,
): Promise<InboxRow[]> {
  const { rows } = await pool.query<InboxRow>(
    `select "ID"::int as id, to_char("ReceivingDateTime", 'YYYY-MM-DD HH24:MI:SS') as at, "Text" as text,
       "SenderNumber" as sender, "Coding" as coding, "UDH" as udh, "Class" as class, "RecipientID" as phone
     from inbox where "ID" > $1 and "ID" <> all($2::int[]) order by "ID" limit $3`,
    [id, without, most],
  );
  return rows;
}

export async function markProcessed(pool: Pool, ids: number[]): Promise<void> {
  await pool.query(`update inbox set "Processed" = true where "ID" = any($1::int[]) and not "Processed"`, [
    ids,
  ]);
}
