import { readTable, type TableLine } from "../../../kit/csv-table.ts";
import type { RemovalLine } from "./take-out.ts";
import type { FactsLine } from "./import-facts.ts";

const columns = ["number", "owner", "legal_basis", "reference", "since", "country"] as const;

/** The facts of a CSV with a header: number, owner, legal_basis, since, and if known reference and country. */
export async function* readFactsFile(chunks: AsyncIterable<string>): AsyncGenerator<FactsLine> {
  for await (const read of readTable(chunks, columns, "number"))
    yield mapCells(read, ({ legal_basis: legalBasis, ...cells }) => ({ ...cells, legalBasis }));
}

/** The numbers of a CSV with a header: number, and if known status (flagged, churned) and reason. */
export async function* readRemovalFile(chunks: AsyncIterable<string>): AsyncGenerator<RemovalLine> {
  for await (const read of readTable(chunks, ["number", "status", "reason"], "number"))
    yield mapCells(read, (cells) => cells);
}

const mapCells = <Column extends string, T>(
  read: TableLine<Column>,
  map: (cells: Record<Column, string>) => T,
) => ("cells" in read ? { line: read.line, written: map(read.cells) } : read);
