import type { Tx } from "../../kit/db.ts";
import type { Sealer } from "../../kit/seal.ts";
import type { Letter } from "./letter.ts";
import { insertLetter } from "./sql.ts";

/** Puts a letter into the outbox, in the transaction that causes it; it leaves after the commit (`sendDue`). */
export async function postLetter(tx: Tx, sealer: Sealer, letter: Letter, at: Date): Promise<void> {
  const { to, subject, text } = letter;
  await insertLetter(tx, { recipient: to, subject, textSealed: sealer.seal(text) }, at);
}
