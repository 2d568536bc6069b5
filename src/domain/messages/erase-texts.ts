import type { Db } from "../../kit/db.ts";
import { inBatches } from "../../kit/in-batches.ts";
import { eraseCodes } from "../orders/erase-codes.ts";
import { eraseTexts as eraseSome } from "./sql.ts";

const batchSize = 5000;

/** Erases the texts and codes of messages that came before then, and those codes in closed orders; returns how many. */
export const eraseTexts = (db: Db, before: Date): Promise<number> =>
  inBatches(batchSize, (limit) =>
    db.transaction(async (tx) => {
      const erased = await eraseSome(tx, before, limit);
      await eraseCodes(
        tx,
        erased.flatMap(({ orderId }) => (orderId === null ? [] : [orderId])),
        before,
      );
      return erased.length;
    }),
  );
