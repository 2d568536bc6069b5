import { withDeadline } from "../../kit/deadline.ts";
import type { AskDeps } from "./ask-for-number.ts";
import type { AnotherRequest } from "./supplier.ts";

/**
 * Tells a supplier that the renter expects another code, if it wants to know. If it cannot be told that is only
 * logged: the order waits for the code in any case, and the renter can ask again.
 */
export async function askForAnother(
  { suppliers, log }: Pick<AskDeps, "suppliers" | "log">,
  name: string,
  request: AnotherRequest,
  seconds: number,
): Promise<void> {
  const supplier = suppliers.get(name);
  await withDeadline(seconds, async (signal) => supplier?.expectAnother?.(request, signal)).catch(
    (error: unknown) =>
      log.error({ err: error, supplier: name, orderId: request.orderId }, "a supplier was not told"),
  );
}
