import type { Tx } from "../../kit/db.ts";
import type { Sealer } from "../../kit/seal.ts";
import type { Letter } from "./letter.ts";
import { sealLetter } from "./sealed-letter.ts";
import { insertLetter, nextLetterId } from "./sql.ts";

/** Puts a letter into the outbox, in the transaction that causes it; it is sent after the commit (`sendDue`). */
export async function postLetter(tx: Tx, sealer: Sealer, letter: Letter, at: Date): Promise<void> {
  const { to, subject, text, linkHash = null, whose } = letter;
  const name = { id: await nextLetterId(tx), recipient: to };
  const account = { accountId: null, memberId: null, ...whose };
  await insertLetter(
    tx,
    { ...name, subject, linkHash, textSealed: sealLetter(sealer, name, text), ...account },
    at,
  );
}
