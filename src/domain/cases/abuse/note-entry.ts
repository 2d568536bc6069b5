import type { Tx } from "../../../kit/db.ts";
import type { Sealer } from "../../../kit/seal.ts";
import type { Entry, Words } from "./report.ts";
import { sealWords } from "./sealed-case.ts";
import { insertEntry, nextEntryId } from "./sql.ts";

/** Adds a step to a case. */
export async function noteEntry(
  tx: Tx,
  sealer: Sealer,
  entry: Omit<Entry, "words"> & { reportId: number; words: Words },
): Promise<void> {
  const { words, ...rest } = entry;
  const id = await nextEntryId(tx);
  await insertEntry(tx, { id, ...rest, wordsSealed: sealWords(sealer, id, words) });
}
