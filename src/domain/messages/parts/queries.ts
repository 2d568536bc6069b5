import type { Db, Tx } from "../../../kit/db.ts";

/** What the parts of one long message have in common. */
export interface PartsOf {
  sourceId: number;
  number: string;
  sender: string;
  reference: string;
}

/** A long message with the parts that have arrived. */
export interface Gathered extends PartsOf {
  id: number;
  total: number;
  orderIds: number[];
  beganAt: Date;
  sentAt: Date | null;
  timeHasZone: boolean;
  isStray: boolean;
  parts: { part: number; charset: string; rawSealed: Buffer | null }[];
}

export async function findGathered(db: Db | Tx, ids: number[]): Promise<Gathered[]> {
  const messages = await db.rows<Omit<Gathered, "parts">>(
    `select id, source_id as "sourceId", number, sender, reference, total, order_ids as "orderIds", began_at as "beganAt",
       sent_at as "sentAt", time_has_zone as "timeHasZone", stray as "isStray"
     from long_messages where id = any($1::bigint[]) order by id`,
    [ids],
  );
  const parts = await db.rows<Gathered["parts"][number] & { id: number }>(
    `select long_message_id as id, part, charset, raw_sealed as "rawSealed"
     from message_parts where long_message_id = any($1::bigint[]) order by part`,
    [ids],
  );
  const byMessage = Map.groupBy(parts, ({ id }) => id);
  return messages.map((message) => ({ ...message, parts: byMessage.get(message.id) ?? [] }));
}
