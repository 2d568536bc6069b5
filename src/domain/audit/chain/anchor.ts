import type { Tx } from "../../../kit/db.ts";
import type { Deps } from "../../deps.ts";
import { chainAll } from "./extend.ts";
import { findHead, hasAnchor, type Anchor } from "./queries.ts";
import { insertAnchor } from "./sql.ts";

/**
 * Once a day: records where the chain ends. `tell` gets the anchor in the same transaction: whoever keeps it can prove
 * that the log was not rewritten.
 */
export async function anchorChain(
  { db, clock }: Pick<Deps, "db" | "clock">,
  tell: (tx: Tx, anchor: Anchor) => Promise<void>,
): Promise<void> {
  const at = clock.now();
  const day = at.toISOString().slice(0, 10);
  if (await hasAnchor(db, day)) return;
  await db.transaction(async (tx) => {
    await chainAll(tx);
    const head = await findHead(tx);
    if (!head) return;
    const anchor = { ...head, day, at };
    if (await insertAnchor(tx, anchor)) await tell(tx, anchor);
  });
}

/** An anchor as one line of a file. */
export const writeAnchor = ({ day, seq, hash, at }: Anchor): string =>
  JSON.stringify({ day, seq, hash: hash.toString("hex"), at: at.toISOString() });

/** The anchors of a file, one per line; other lines are skipped, because letters are pasted as they are. */
export function readAnchors(text: string): Anchor[] {
  return text.split("\n").flatMap((line) => {
    const found =
      /^\s*>?\s*\{"day":"(\d{4}-\d\d-\d\d)","seq":(\d+),"hash":"([0-9a-f]{64})","at":"([^"]+)"\}\s*$/.exec(
        line,
      );
    if (!found) return [];
    const [, day = "", seq = "", hash = "", at = ""] = found;
    return [{ day, seq: Number(seq), hash: Buffer.from(hash, "hex"), at: new Date(at) }];
  });
}
