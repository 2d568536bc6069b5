import { readTable } from "../../kit/csv-table.ts";
import type { ImportLine } from "./import-numbers.ts";

const columns = ["number", "country", "area_code", "line_type"] as const;

/**
 * The numbers of a CSV with a header: `number`, and optionally `country`, `area_code`, `line_type`. Other columns are
 * ignored.
 */
export async function* readNumberFile(chunks: AsyncIterable<string>): AsyncGenerator<ImportLine> {
  for await (const read of readTable(chunks, columns, "number")) {
    if (!("cells" in read)) {
      yield read;
      continue;
    }
    const { number, country, area_code: areaCode, line_type: lineType } = read.cells;
    yield { line: read.line, number, country, areaCode, lineType };
  }
}
