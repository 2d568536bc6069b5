import type { Queryable } from "../../kit/db.ts";

/**
 * What a request with an Idempotency-Key did: a rent is answered again from its order, other requests from `answer`.
 */
export interface Answered {
  walletId: number;
  key: string;
  inputHash: Buffer;
  orderId: number | null;
  answer: string | null;
}

export function findAnswers(db: Queryable, keys: { walletId: number; key: string }[]): Promise<Answered[]> {
  return db.rows(
    `select i.wallet_id as "walletId", i.key, i.input_hash as "inputHash", i.order_id as "orderId", i.answer
     from unnest($1::bigint[], $2::text[]) as k (wallet_id, key)
     join idempotency_keys i on i.wallet_id = k.wallet_id and i.key = k.key`,
    [keys.map((entry) => entry.walletId), keys.map((entry) => entry.key)],
  );
}
