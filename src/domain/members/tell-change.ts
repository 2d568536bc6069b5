import type { Tx } from "../../kit/db.ts";
import type { Sealer } from "../../kit/seal.ts";
import { postLetter } from "../mail/post-letter.ts";
import { changeLetter, type Change } from "./letters.ts";

/** Tells a member of a change to how they sign in, at the address that they had before it. */
export async function tellChange(
  { sealer }: { sealer: Sealer },
  tx: Tx,
  { username, email }: { username: string; email: string | null },
  change: Change,
  at: Date,
): Promise<void> {
  if (email !== null) await postLetter(tx, sealer, changeLetter(email, username, change), at);
}
