import type { Tx } from "../../../kit/db.ts";
import type { Acting } from "../queries.ts";
import { recordAction, type Action } from "../record-action.ts";
import { chainAll } from "./extend.ts";
import { sumOfErased } from "./link.ts";
import { eraseAddresses, findAddresses } from "./sql.ts";

/**
 * Records why, and erases the e-mail and IP addresses of people from the entries by them and about them; the chain
 * stays provable, because the new entry says which entries these are.
 *
 * @param of the people, and the subjects, such as `member 7`, whose entries are meant
 */
export async function eraseAddressesFromAudit(
  tx: Tx,
  of: { actors: Acting[]; subjects: string[] },
  why: Action,
): Promise<void> {
  await chainAll(tx); // Only what is chained can be erased without a gap in the proof.
  const ids = await findAddresses(tx, of);
  const erasedBy = await recordAction(tx, { ...why, detail: { ...why.detail, ...sumOfErased(ids) } });
  await eraseAddresses(tx, ids, erasedBy);
}
