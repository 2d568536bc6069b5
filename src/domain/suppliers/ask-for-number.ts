import { withDeadline } from "../../kit/deadline.ts";
import type { Deps } from "../deps.ts";
import { faultOf, SupplierRefusal, type Acquired, type AcquireRequest, type Suppliers } from "./supplier.ts";

export interface AskDeps extends Pick<Deps, "clock" | "log"> {
  suppliers: Suppliers;
}

/**
 * Asks a supplier for a number, for at most the given seconds. Returns its number, its refusal, or null if it is not
 * known what happened: it did not answer in time, failed halfway, or gave an implausible answer.
 */
export async function askForNumber(
  { suppliers, clock, log }: AskDeps,
  name: string,
  request: AcquireRequest,
  seconds: number,
): Promise<Acquired | SupplierRefusal | null> {
  const supplier = suppliers.get(name);
  const note = { supplier: name, orderId: request.orderId };
  if (!supplier) {
    log.error(note, "there is no such supplier");
    return new SupplierRefusal("unavailable");
  }
  try {
    const acquired = await withDeadline(seconds, (signal) => supplier.acquire(request, signal));
    const fault = faultOf(acquired, request, clock.now());
    if (fault === null) return acquired;
    log.error({ ...note, fault }, "a supplier gave a number that cannot be used");
  } catch (error) {
    if (error instanceof SupplierRefusal) return error;
    log.error({ err: error, ...note }, "supplier failed");
  }
  return null;
}
