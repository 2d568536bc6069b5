import { Refusal } from "../../kit/errors.ts";
import { readCsv } from "../../kit/read-csv.ts";
import type { NumberLine } from "./import-numbers.ts";

/** The columns that are read, by what they are called in the domain. */
const columns = {
  number: "number",
  country: "country",
  area_code: "areaCode",
  line_type: "lineType",
} as const;

/**
 * The numbers of a CSV with a header: `number`, and where they are known `country`, `area_code`, `line_type`. Other
 * columns are passed over.
 */
export async function* readNumberFile(chunks: AsyncIterable<string>): AsyncGenerator<NumberLine> {
  let places: Map<string, number> | undefined;
  for await (const { line, cells } of readCsv(chunks)) {
    if (!places) {
      places = placesOf(cells);
      continue;
    }
    const read = (column: keyof typeof columns): string => cells[places?.get(column) ?? -1] ?? "";
    yield {
      line,
      number: read("number"),
      country: read("country"),
      areaCode: read("area_code"),
      lineType: read("line_type"),
    };
  }
  if (!places) throw new Refusal("invalid_file", "The file is empty; its first line must name the columns.");
}

function placesOf(header: string[]): Map<string, number> {
  const places = new Map(
    header.map((cell, place) => [
      cell
        .trim()
        .toLowerCase()
        .replace(/[\s-]+/g, "_"),
      place,
    ]),
  );
  if (places.has("number")) return places;
  throw new Refusal(
    "invalid_file",
    `The first line must name the columns, "number" among them (${Object.keys(columns).join(",")}); it is "${header.join(",").slice(0, 80)}".`,
    { line: 1 },
  );
}
