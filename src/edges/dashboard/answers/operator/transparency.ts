import { Type, type Static } from "typebox";
import { count, shape, text, time } from "../shapes.ts";
import { weakened } from "./system.ts";

const counts = <const Name extends string>(...names: Name[]) =>
  shape(Object.fromEntries(names.map((name) => [name, count])) as Record<Name, typeof count>);

/** Figures that name nobody. */
export const transparency = shape({
  from: time,
  to: time,
  orders: counts("orders", "delivered", "failed"),
  refusals: Type.Array(shape({ route: text, code: text, n: count })),
  reports: counts(
    "received",
    "fraud",
    "harassment",
    "myNumber",
    "illegal",
    "other",
    "decisions",
    "numbersRetired",
    "accountsSuspended",
    "noAction",
    "decidedLate",
    "appealsByReporters",
    "appealsByCustomers",
  ),
  requests: counts(
    "received",
    "aboutNumbers",
    "aboutAccounts",
    "released",
    "refused",
    "customersTold",
    "noticesWaiting",
  ),
  erasures: counts("accountsClosed", "auditEntries"),
  erased_by_rule: Type.Array(shape({ kind: text, n: count })),
  weakened: Type.Array(weakened),
});
export type Transparency = Static<typeof transparency>;
