import type { Table } from "../../../kit/db/copy-tables.ts";

/** In an order in which they can be filled: each table after those it refers to. */
export function inOrder(tables: Table[]): Table[] {
  const placed = new Set<string>();
  const ordered: Table[] = [];
  while (ordered.length < tables.length) {
    const next = tables.filter(
      ({ name, needs }) => !placed.has(name) && needs.every((need) => placed.has(need)),
    );
    if (next.length === 0) throw new Error("tables refer to each other in a circle");
    for (const table of next) placed.add(table.name);
    ordered.push(...next);
  }
  return ordered;
}
