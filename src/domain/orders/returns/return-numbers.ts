import { withDeadline } from "../../../kit/deadline.ts";
import type { AskDeps } from "../../suppliers/ask-for-number.ts";
import type { Deps } from "../../deps.ts";
import { claimRef, deleteReturn, takeDueReturns, type DueReturn } from "./sql.ts";

const batchSize = 50;
/**
 * How often we retry if a supplier knows of no number: our request may still be on its way there. A quarter of an
 * hour in all (`takeDueReturns`), counted in attempts, because a clock may jump by an hour.
 */
const doubtfulTries = 5;

export type ReturnDeps = AskDeps & Pick<Deps, "db">;

/**
 * Returns the numbers of failed orders to their suppliers. A supplier that fails is retried, ever less often,
 * until it confirms; any number of processes may run it at once. Returns how many were tried.
 */
export async function returnNumbers(deps: ReturnDeps, supplierSeconds: number): Promise<number> {
  const due = await takeDueReturns(deps.db, deps.clock.now(), batchSize);
  await Promise.all(
    due.map((entry) =>
      giveBackOne(deps, entry, supplierSeconds).catch((error: unknown) =>
        deps.log.error(
          { err: error, orderId: entry.orderId, supplier: entry.supplier },
          "a number could not be given back to its supplier; it is tried again",
        ),
      ),
    ),
  );
  return due.length;
}

/** What another order has is not returned, even if the supplier uses the same reference for it. */
async function giveBackOne({ db, suppliers }: ReturnDeps, entry: DueReturn, seconds: number): Promise<void> {
  const { orderId, tries } = entry;
  const supplier = suppliers.get(entry.supplier);
  if (!supplier) throw new Error("there is no such supplier");
  const ref = entry.ref ?? (await withDeadline(seconds, (signal) => supplier.recover(orderId, signal)))?.ref;
  if (ref && (await claimRef(db, entry, ref)))
    await withDeadline(seconds, (signal) => supplier.release(orderId, ref, signal));
  if (ref || tries > doubtfulTries) await deleteReturn(db, orderId);
}
