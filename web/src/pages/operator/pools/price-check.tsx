import type { CheckedPrices, Price } from "#answers/operator/pools.ts";
import { stock as stockTexts } from "../../../texts/stock.ts";
import type { Column } from "../../../ui/column.ts";

export const faultColumns: Column<CheckedPrices["faults"][number]>[] = [
  { title: stockTexts.line, right: true, cell: ({ line }) => line },
  { title: stockTexts.field, cell: ({ field }) => field },
  { title: stockTexts.problem, cell: ({ message }) => message },
];

/** What a list would change compared with the previous one, in words. */
export function compared(before: Price[], after: Price[]): string {
  const key = ({ country, service }: Price): string => `${country} ${service}`;
  const old = new Map(before.map((price) => [key(price), price]));
  const added = after.filter((price) => !old.has(key(price))).length;
  const changed = after.filter((price) => {
    const was = old.get(key(price));
    return was !== undefined && (was.price !== price.price || was.cost !== price.cost);
  }).length;
  const kept = new Set(after.map(key));
  const removed = before.filter((price) => !kept.has(key(price))).length;
  return stockTexts.pricesCompared(added, changed, removed);
}
