import { recordAction } from "../audit/record-action.ts";
import type { Tx } from "../../kit/db.ts";
import type { Deps } from "../deps.ts";
import { numberNotFound } from "./errors.ts";
import type { KnownNumber } from "./queries.ts";
import { lockNumber, retireNumber } from "./sql.ts";
import { readDigits } from "./written-number.ts";

interface Retiring {
  number: string;
  reason: string | null;
  actor: string;
}

/**
 * Takes a number out of the inventory for good: it is not rented again. An open order on it continues. One
 * that was already retired stays as it is.
 */
export function retire({ db, clock }: Pick<Deps, "db" | "clock">, input: Retiring): Promise<KnownNumber> {
  return db.transaction((tx) => retireWithin(tx, input, clock.now()));
}

/** The same as a part of something greater. */
export async function retireWithin(tx: Tx, input: Retiring, at: Date): Promise<KnownNumber> {
  const read = readDigits(input.number);
  if ("fault" in read) throw numberNotFound(input.number);
  const known = await lockNumber(tx, read.digits);
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
}
