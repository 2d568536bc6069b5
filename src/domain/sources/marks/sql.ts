import type { Tx } from "../../../kit/db.ts";
import type { Mark } from "./mark.ts";

export async function findMark(tx: Tx, sourceId: number): Promise<Mark | null> {
  const [mark] = await tx.rows<Mark>(
    `select done_up_to as "doneUpTo", done from source_marks where source_id = $1`,
    [sourceId],
  );
  return mark ?? null;
}

export async function putMark(tx: Tx, sourceId: number, { doneUpTo, done }: Mark): Promise<void> {
  await tx.rows(
    `insert into source_marks (source_id, done_up_to, done) values ($1, $2, $3)
     on conflict (source_id) do update set done_up_to = excluded.done_up_to, done = excluded.done`,
    [sourceId, doneUpTo, done],
  );
}
