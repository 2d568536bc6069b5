import { Type, type Static } from "typebox";
import { count, id, money, nullable, shape, text, time, timeOrNull } from "../shapes.ts";
import { source } from "./sources.ts";
import { job } from "./system.ts";

const fields = {
  orders: count,
  delivered: count,
  failed: count,
  /** Orders that ended: the denominator of the rate. */
  n: count,
  /** Percent; null if none has ended yet. */
  success: nullable(Type.Integer()),
  revenue: money,
  /** Revenue minus the cost of the numbers. */
  margin: money,
  median_seconds: nullable(Type.Integer()),
};
const figures = shape(fields);
export type Figures = Static<typeof figures>;

const tableRow = shape({ service: text, name: text, pool_id: id, pool: text, ...fields });
export type TableRow = Static<typeof tableRow>;

export const supplier = shape({
  supplier: text,
  orders: count,
  delivered: count,
  failed: count,
  last_code_at: timeOrNull,
});
export type Supplier = Static<typeof supplier>;

export const overview = shape({
  currency: text,
  today: figures,
  yesterday: figures,
  hours: Type.Array(shape({ hour: time, ...fields })),
  table: Type.Array(tableRow),
  /** When today's figures, and those of the table, begin. */
  since: shape({ today: time, table: time }),
  sources: Type.Array(source),
  suppliers: Type.Array(supplier),
  unmatched: count,
  /** Numbers of our own whose last orders all ended without a code. */
  silent_numbers: count,
  /** Lines that are down, and lines silent for longer than usual. */
  lines: shape({ down: count, silent: count }),
  letters: count,
  /** Reports of abuse and appeals that wait for a decision, and those that are late. */
  reports: shape({ waiting: count, late: count }),
  /** Requests of authorities that wait for a release, and those whose customers should have been told by now. */
  requests: shape({ open: count, notices_due: count }),
  jobs: Type.Array(job),
});
export type Overview = Static<typeof overview>;
