import { withDeadline } from "../../kit/deadline.ts";
import type { Deps } from "../deps.ts";
import type { Suppliers } from "./supplier.ts";

/** A listing waits no longer than this for one supplier. */
const patienceSeconds = 2;

/** How many numbers of each service a supplier has; none if it does not answer in time. */
export async function countStockOf(
  { suppliers, log }: Pick<Deps, "log"> & { suppliers: Suppliers },
  name: string,
  country: string,
  slugs: string[],
): Promise<ReadonlyMap<string, number>> {
  const supplier = suppliers.get(name);
  if (!supplier) return new Map();
  return withDeadline(patienceSeconds, (signal) => supplier.countStock(country, slugs, signal)).catch(
    (error: unknown) => {
      log.warn({ err: error, supplier: name }, "a supplier does not say what it has in stock");
      return new Map<string, number>();
    },
  );
}
