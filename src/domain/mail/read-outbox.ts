import { recordAction } from "../audit/record-action.ts";
import type { Deps } from "../deps.ts";
import { openLetter } from "./sealed-letter.ts";
import { listLetters, type LetterFilter, type ListedLetter } from "./queries.ts";

export type OpenLetter = Omit<ListedLetter, "textSealed"> & { text: string | null };

/** The newest letters with their texts, which hold links into accounts: viewing them is recorded. */
export function readOutbox(
  { db, clock, sealer }: Pick<Deps, "db" | "clock" | "sealer">,
  { filter, limit, actor }: { filter: LetterFilter; limit: number; actor: string },
): Promise<OpenLetter[]> {
  return db.transaction(async (tx) => {
    const letters = await listLetters(tx, filter, clock.now(), limit);
    const unread = letters.filter(({ textSealed }) => textSealed !== null).map(({ id }) => id);
    if (unread.length > 0) {
      const detail = { letterIds: unread };
      await recordAction(tx, { at: clock.now(), actor, action: "outbox.reveal", subject: "outbox", detail });
    }
    return letters.map(({ textSealed, ...letter }) => ({
      ...letter,
      text: textSealed && openLetter(sealer, { ...letter, textSealed }),
    }));
  });
}
