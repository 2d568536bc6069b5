import { Refusal } from "./errors.ts";
import { readCsv, type CsvRecord } from "./read-csv.ts";

/** A line below the header: its cells by column, or empty, or what is wrong with it. */
export type TableLine<Column extends string> = { line: number } & (
  { cells: Record<Column, string> } | { isEmpty: true } | { fault: string }
);

/**
 * The lines of a CSV whose first line names the columns, in any order and case; other columns are ignored. Missing
 * cells are empty. Throws a Refusal if the `required` column is missing, or if there are no further lines.
 */
export async function* readTable<Column extends string>(
  chunks: AsyncIterable<string>,
  columns: readonly Column[],
  required: Column,
): AsyncGenerator<TableLine<Column>> {
  let header: Header<Column> | undefined;
  let isBare = true;
  for await (const record of readCsv(chunks)) {
    const cells = record.cells.map(plainCell);
    const isEmpty = cells.every((cell) => cell === "");
    if (!header) {
      if (!isEmpty) header = readHeader(cells, record.line, columns, required);
      continue;
    }
    isBare &&= isEmpty;
    if (isEmpty) yield { line: record.line, isEmpty };
    else yield { line: record.line, ...readLine(record, cells, header) };
  }
  if (!header) throw new Refusal("invalid_file", "The file is empty; its first line must name the columns.");
  if (isBare) throw new Refusal("invalid_file", "The file has a header line and nothing below it.");
}

interface Header<Column extends string> {
  width: number;
  places: [Column, number | undefined][];
}

function readHeader<Column extends string>(
  cells: string[],
  line: number,
  columns: readonly Column[],
  required: Column,
): Header<Column> {
  const names = cells.map((cell) => cell.toLowerCase().replace(/[\s-]+/g, "_"));
  const refuse = (why: string): Refusal => new Refusal("invalid_file", why, { line });
  if (!names.includes(required)) {
    const written = cells.join(",").slice(0, 80);
    throw refuse(
      `The first line must name the columns, "${required}" among them (${columns.join(",")}); it is "${written}".`,
    );
  }
  const twice = columns.find((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (twice !== undefined) throw refuse(`The first line names the column "${twice}" twice.`);
  const placeOf = (column: Column): number | undefined =>
    names.includes(column) ? names.indexOf(column) : undefined;
  return { width: names.length, places: columns.map((column) => [column, placeOf(column)]) };
}

function readLine<Column extends string>(
  { fault }: CsvRecord,
  cells: string[],
  { width, places }: Header<Column>,
): { cells: Record<Column, string> } | { fault: string } {
  if (fault !== undefined) return { fault };
  if (cells.slice(width).some((cell) => cell !== ""))
    return {
      fault: `has ${cells.length} cells, and the first line names ${width} columns: put a cell that has a separator in it between quotes`,
    };
  const read = places.map(([column, place]) => [column, place === undefined ? "" : (cells[place] ?? "")]);
  return { cells: Object.fromEntries(read) as Record<Column, string> };
}

/**
 * A cell as its author meant it: without invisible characters (direction marks, zero-width spaces, soft hyphens), and
 * without the apostrophe or the `="…"` by which spreadsheets keep a number as text.
 */
export function plainCell(cell: string): string {
  const seen = /^[\x20-\x7e]*$/.test(cell)
    ? cell
    : cell.replaceAll(/\p{Cf}/gu, "").replaceAll(/\p{Zs}/gu, " ");
  const text = seen.trim();
  const kept = /^="(.*)"$/.exec(text)?.[1] ?? text;
  return kept.startsWith("'") ? kept.slice(1).trim() : kept;
}
