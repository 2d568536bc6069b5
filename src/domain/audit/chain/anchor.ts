import { postLetter } from "../../mail/post-letter.ts";
import type { Deps } from "../../deps.ts";
import { chainAll } from "./extend.ts";
import { findHead, hasAnchor, type Anchor } from "./queries.ts";
import { insertAnchor } from "./sql.ts";

/**
 * Once a day: records where the chain ends, and writes it to `mailbox`, if there is one: whoever keeps the letters can
 * prove that the log was not rewritten.
 */
export async function anchorChain(
  { db, clock, sealer }: Pick<Deps, "db" | "clock" | "sealer">,
  mailbox: string,
): Promise<void> {
  const at = clock.now();
  const day = at.toISOString().slice(0, 10);
  if (await hasAnchor(db, day)) return;
  await db.transaction(async (tx) => {
    await chainAll(tx);
    const head = await findHead(tx);
    if (!head) return;
    const anchor = { ...head, day, at };
    const isNew = await insertAnchor(tx, anchor);
    if (isNew && mailbox !== "") await postLetter(tx, sealer, anchorLetter(mailbox, anchor), at);
  });
}

const anchorLetter = (to: string, anchor: Anchor) => ({
  to,
  subject: `Audit log of ${anchor.day}`,
  text: `The audit log had ${anchor.seq} entries. Keep this line; \`zapotp audit verify --anchors FILE\` compares it:\n\n${writeAnchor(anchor)}\n`,
});

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
