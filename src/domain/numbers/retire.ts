import { recordAction } from "../audit/record-action.ts";
import type { Deps } from "../deps.ts";
import { numberNotFound } from "./errors.ts";
import type { KnownNumber } from "./queries.ts";
import { lockNumber, retireNumber } from "./sql.ts";
import { readDigits } from "./written-number.ts";

/**
 * Takes a number out of the inventory for good: it is not rented again. An open order on it continues. One
 * that was already retired stays as it is.
 */
export async function retire(
  { db, clock }: Pick<Deps, "db" | "clock">,
  input: { number: string; reason: string | null; actor: string },
): Promise<KnownNumber> {
  const read = readDigits(input.number);
  if ("fault" in read) throw numberNotFound(input.number);
  const number = read.digits;
  const at = clock.now();
  return db.transaction(async (tx) => {
    const known = await lockNumber(tx, number);
    if (!known) throw numberNotFound(input.number);
    if (known.retiredAt) return known;
    await retireNumber(tx, known.number, { at, reason: input.reason });
    await recordAction(tx, {
      at,
      actor: input.actor,
      action: "number.retire",
      subject: `number ${known.number}`,
      detail: input.reason === null ? {} : { reason: input.reason },
    });
    return { ...known, retiredAt: at };
  });
}
