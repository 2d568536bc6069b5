import type { Place, Sealer } from "../../kit/seal.ts";
import type { Order } from "./order.ts";

/** Where an order stores its newest code. */
const placeOf = (orderId: number): Place => ["orders.code_sealed", orderId];

export const sealOrderCode = (sealer: Sealer, orderId: number, code: string): Buffer =>
  sealer.seal(code, placeOf(orderId));

/** The order's newest code, as written; null if none came, or it is erased. */
export const openOrderCode = (
  sealer: Sealer,
  { orderId, codeSealed }: Pick<Order, "orderId" | "codeSealed">,
): string | null => codeSealed && sealer.open(codeSealed, placeOf(orderId));
