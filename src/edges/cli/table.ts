export interface Column<Row> {
  title: string;
  of: (row: Row) => string | number | null | undefined;
  align?: "right";
}

/** Rows under their headings, in columns as wide as necessary; nothing if there are no rows. */
export function table<Row>(rows: Row[], columns: Column<Row>[]): string {
  if (rows.length === 0) return "";
  const cells = [
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map(({ of }) => cell(of(row)))),
  ];
  const widths = columns.map((_, place) =>
    Math.max(...cells.map((line) => [...(line[place] as string)].length)),
  );
  return cells.map((line) => layOut(line, widths, columns)).join("\n");
}

function layOut<Row>(line: string[], widths: number[], columns: Column<Row>[]): string {
  return line
    .map((text, place) => {
      const space = " ".repeat((widths[place] as number) - [...text].length);
      return columns[place]?.align === "right" ? space + text : text + space;
    })
    .join("  ")
    .trimEnd();
}

/** Names and values, one per line. */
export function fields(entries: [string, string | number | null | undefined][]): string {
  const width = Math.max(...entries.map(([name]) => name.length));
  return entries.map(([name, value]) => `${name.padEnd(width)}  ${cell(value)}`.trimEnd()).join("\n");
}

export const time = (at: Date | null): string =>
  at ? `${at.toISOString().slice(0, 19).replace("T", " ")}Z` : "";

/**
 * Senders and texts come from outside: characters that control a terminal, or change the direction of writing, are
 * shown as a dot.
 */
function cell(value: string | number | null | undefined): string {
  return String(value ?? "-")
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "·");
}
