import type { Deps } from "../../deps.ts";
import type { Figures } from "../queries.ts";
import { figuresBetween } from "../queries.ts";
import {
  countErasures,
  countReportsBetween,
  countRequestsBetween,
  listErasedByRule,
  listRefusals,
  type ErasedByRule,
  type Erasures,
  type RefusalLine,
  type ReportCounts,
  type RequestCounts,
} from "./queries.ts";

/** How the shop was run in a period, in figures that name nobody. */
export interface Transparency {
  from: Date;
  to: Date;
  orders: Pick<Figures, "orders" | "delivered" | "failed">;
  /** Requests that were refused, by route and reason. */
  refusals: RefusalLine[];
  reports: ReportCounts;
  requests: RequestCounts;
  erasures: Erasures;
  /** What was erased because its time was over, by kind. */
  erasedByRule: ErasedByRule[];
}

/** @param period whole days (UTC), the end not included: refusals are counted by the day */
export async function readTransparency(
  { db }: Pick<Deps, "db">,
  { from, to }: { from: Date; to: Date },
): Promise<Transparency> {
  const { orders, delivered, failed } = await figuresBetween(db, from, to);
  return {
    from,
    to,
    orders: { orders, delivered, failed },
    refusals: await listRefusals(db, from, to),
    reports: await countReportsBetween(db, from, to),
    requests: await countRequestsBetween(db, from, to),
    erasures: await countErasures(db, from, to),
    erasedByRule: await listErasedByRule(db, from, to),
  };
}

type Line = [section: string, name: string, value: string | number];

/** The report as the lines of a table: section, name, value. */
export function* tableOf(
  report: Transparency,
  weakened: readonly { name: string; value: string; default: string }[],
): Generator<Line> {
  yield ["period", "from", report.from.toISOString().slice(0, 10)];
  yield ["period", "to, not included", report.to.toISOString().slice(0, 10)];
  yield* under("orders", report.orders);
  for (const { route, code, n } of report.refusals) yield ["refusals", `${code} ${route}`, n];
  yield* under("reports of abuse", report.reports);
  yield* under("requests of authorities", report.requests);
  yield* under("erasures", report.erasures);
  for (const { kind, n } of report.erasedByRule) yield ["erased by rule", kind, n];
  for (const { name, value, default: usual } of weakened)
    yield ["weakened defaults", name, `${value} (default: ${usual})`];
}

function* under(section: string, figures: object): Generator<Line> {
  for (const [name, value] of Object.entries(figures)) yield [section, wordsOf(name), value as number];
}

const wordsOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
