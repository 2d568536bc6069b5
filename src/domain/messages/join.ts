import { createHash } from "node:crypto";
import type { Deps } from "../deps.ts";
import type { IncomingSms, Receipt } from "./message.ts";
import { openPart, sealPart } from "./sealed-message.ts";
import { deleteParts, findParts, insertPart, lockParts, type Part } from "./sql.ts";

export interface JoinDeps extends Pick<Deps, "db" | "clock" | "sealer"> {
  /** `receiveAll`, in batches. */
  receiveWhole: (sms: IncomingSms) => Promise<Receipt>;
}

/**
 * Takes a message in, whole or in part. Parts wait until the last one is here, in whatever order they come; the
 * whole then goes the way of every message. Where the source says nothing more, a part that never gets its fellows
 * is dropped after a day (jobs/clean-up.ts).
 */
export async function receive(deps: JoinDeps, sms: IncomingSms): Promise<Receipt> {
  if (!sms.part || sms.part.total < 2) return deps.receiveWhole(sms);
  const name = { ...sms, ...sms.part };
  const part: Part = { ...name, textSealed: sealPart(deps.sealer, name, sms.text) };
  const text = await keepPart(deps, part);
  if (text === null) return "part";
  // A source may use a reference again for another message: the text tells them apart.
  const digest = createHash("sha256").update(text).digest("hex").slice(0, 32);
  const sourceKey = `joined ${part.number} ${part.sender} ${part.reference} ${digest}`;
  const receipt = await deps.receiveWhole({ ...sms, part: undefined, sourceKey, text });
  await deleteParts(deps.db, part); // After the whole is safe: a crash before this only makes the repeat a duplicate.
  return receipt;
}

/** Answers the whole text once every part is here. One at a time, or two last parts would each miss the other. */
function keepPart({ db, clock, sealer }: JoinDeps, part: Part): Promise<string | null> {
  return db.transaction(async (tx) => {
    await lockParts(tx, part);
    await insertPart(tx, part, clock.now());
    const parts = await findParts(tx, part);
    if (parts.length < part.total) return null;
    return parts.map((found) => openPart(sealer, { ...part, ...found })).join("");
  });
}
