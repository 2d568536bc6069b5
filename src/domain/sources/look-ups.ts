import { lookUpInBatches } from "../../kit/batched-look-up.ts";
import type { Queryable } from "../../kit/db.ts";
import { batchedReads } from "../../kit/db/batched.ts";
import type { OpenQueue } from "../../kit/queue.ts";
import { findSourcesByToken } from "./queries.ts";
import type { SourceByToken } from "./source.ts";

export type SourceLookUps = ReturnType<typeof openSourceLookUps>;

/** Opens the look-up of sources by their tokens: concurrent calls share one statement. */
export function openSourceLookUps(db: Queryable, openQueue: OpenQueue) {
  const queue = openQueue("sources");
  const findSource = lookUpInBatches(
    (hashes: Buffer[]) => findSourcesByToken(db, hashes),
    hex,
    (row: SourceByToken) => hex(row.tokenHash),
    { ...batchedReads, queue },
  );
  return { queue, findSource };
}

const hex = (bytes: Buffer): string => bytes.toString("hex");
