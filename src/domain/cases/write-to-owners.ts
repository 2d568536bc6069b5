import type { Tx } from "../../kit/db.ts";
import type { Letter } from "../mail/letter.ts";
import { postLetter } from "../mail/post-letter.ts";
import type { LinkDeps } from "../members/send-link.ts";
import { listMembers } from "../members/queries.ts";

/** Mails the owners of an account whose address is confirmed; returns how many. */
export async function writeToOwners(
  { sealer }: Pick<LinkDeps, "sealer">,
  tx: Tx,
  { accountId, letter, at }: { accountId: number; letter: Omit<Letter, "to">; at: Date },
): Promise<number> {
  const owners = (await listMembers(tx, accountId)).filter(
    ({ role, emailConfirmed }) => role === "owner" && emailConfirmed,
  );
  for (const { email } of owners)
    if (email !== null) await postLetter(tx, sealer, { to: email, ...letter, whose: { accountId } }, at);
  return owners.length;
}
