import type { Tx } from "../../kit/db.ts";
import type { Deps } from "../deps.ts";
import { endLines, forgetLines as deleteOld, writeUsualGaps } from "./sql.ts";

/** Learns how long each line is usually silent, from what was heard in the last two weeks. */
export const learnUsualGaps = ({ db, clock }: Pick<Deps, "db" | "clock">): Promise<void> =>
  writeUsualGaps(db, clock.now());

/** A retired source hears nothing more: no number is heard through it. */
export const endLinesOf = (tx: Tx, sourceId: number, at: Date): Promise<void> => endLines(tx, sourceId, at);

/** Forgets figures past their use, and what numbers were heard through half a year ago. */
export const forgetLines = ({ db, clock }: Pick<Deps, "db" | "clock">): Promise<void> =>
  deleteOld(db, clock.now());
