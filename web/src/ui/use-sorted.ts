import { useMemo, useState } from "react";
import { useFilters } from "../state/search.ts";
import { locale } from "../texts/language.ts";
import type { Column } from "./column.ts";

export interface SortedBy {
  name: string;
  isDown: boolean;
}

/**
 * Rows in the order of the column that was chosen last; without a choice as they came. A page's main list keeps the
 * choice in the page's address (`by=price`, `by=-price` for the largest first), for links and saved views.
 */
export function useSorted<T>(columns: Column<T>[], rows: T[], isInAddress: boolean) {
  const [address, change] = useFilters("by");
  const [own, setOwn] = useState<SortedBy | null>(null);
  const by = isInAddress ? parse(address.by) : own;
  const sorted = useMemo(() => {
    const sortBy = columns.find(({ name }) => name === by?.name)?.sortBy;
    if (!by || !sortBy) return rows;
    const inOrder = rows.toSorted((a, b) => compare(sortBy(a), sortBy(b)));
    return by.isDown ? inOrder.toReversed() : inOrder;
  }, [columns, rows, by?.name, by?.isDown]);
  /** Up, then down, then as they came. */
  function choose(name: string): void {
    const next = by?.name !== name ? { name, isDown: false } : by.isDown ? null : { name, isDown: true };
    if (isInAddress) change({ by: next && (next.isDown ? `-${next.name}` : next.name) });
    else setOwn(next);
  }
  return { sorted, by, choose };
}

const parse = (text: string | undefined): SortedBy | null =>
  text === undefined ? null : { name: text.replace(/^-/, ""), isDown: text.startsWith("-") };

/** What is missing comes first. */
function compare(a: string | number | null, b: string | number | null): number {
  if (a === null || b === null) return Number(b === null ? 1 : 0) - Number(a === null ? 1 : 0);
  return typeof a === "number" && typeof b === "number"
    ? a - b
    : String(a).localeCompare(String(b), locale, { numeric: true });
}
