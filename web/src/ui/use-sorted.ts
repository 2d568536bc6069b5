import { useMemo, useState } from "react";
import type { Column } from "./column.ts";

export interface SortedBy {
  title: string;
  isDown: boolean;
}

/** Rows in the order of the column that was chosen last; without a choice as they came. */
export function useSorted<T>(columns: Column<T>[], rows: T[]) {
  const [by, setBy] = useState<SortedBy | null>(null);
  const sorted = useMemo(() => {
    const sortBy = columns.find(({ title }) => title === by?.title)?.sortBy;
    if (!by || !sortBy) return rows;
    const inOrder = rows.toSorted((a, b) => compare(sortBy(a), sortBy(b)));
    return by.isDown ? inOrder.toReversed() : inOrder;
  }, [columns, rows, by]);
  /** Up, then down, then as they came. */
  const choose = (title: string): void =>
    setBy(by?.title !== title ? { title, isDown: false } : by.isDown ? null : { title, isDown: true });
  return { sorted, by, choose };
}

/** What is missing comes first. */
function compare(a: string | number | null, b: string | number | null): number {
  if (a === null || b === null) return Number(b === null ? 1 : 0) - Number(a === null ? 1 : 0);
  return typeof a === "number" && typeof b === "number"
    ? a - b
    : String(a).localeCompare(String(b), "en", { numeric: true });
}
