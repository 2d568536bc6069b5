import type { Deps } from "../deps.ts";
import { recordAction } from "../audit/record-action.ts";
import { notOutByCase, numberNotFound } from "./errors.ts";
import { lockNumber, putNumberBack } from "./sql.ts";
import { readDigits } from "./written-number.ts";

/**
 * Puts a number back on sale that the decision of a case took out, after an appeal or because it was wrong. Refuses
 * `number_not_found`, and `not_out_by_case` for a number that is on sale or is out for another reason.
 */
export function putBack(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { number: written, reason, actor }: { number: string; reason: string; actor: string },
): Promise<{ number: string }> {
  const read = readDigits(written);
  if ("fault" in read) throw numberNotFound(written);
  return db.transaction(async (tx) => {
    const known = await lockNumber(tx, read.digits);
    if (!known) throw numberNotFound(written);
    const { number } = known;
    const wasOut = await putNumberBack(tx, number);
    if (wasOut === null) throw notOutByCase(number);
    await recordAction(tx, {
      at: clock.now(),
      actor,
      action: "number.put-back",
      subject: `number ${number}`,
      detail: { reason, wasOut },
    });
    return { number };
  });
}
