import { createReadStream } from "node:fs";
import { Refusal } from "../../kit/errors.ts";
import type { NumberLine } from "../../domain/numbers/import-numbers.ts";
import { readCsv } from "./csv.ts";

/** The columns that are read, by what they are called in the domain. */
const columns = {
  number: "number",
  country: "country",
  area_code: "areaCode",
  line_type: "lineType",
} as const;

/** The text of a file, or of standard input for `-`, as it comes. Throws a Refusal when it cannot be read. */
export async function* openText(path: string): AsyncGenerator<string> {
  const stream =
    path === "-" ? process.stdin.setEncoding("utf8") : createReadStream(path, { encoding: "utf8" });
  try {
    for await (const chunk of stream) yield String(chunk);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why = code === "ENOENT" ? "there is no such file" : code === "EISDIR" ? "it is a folder" : message;
    throw new Refusal("invalid_file", `${path} cannot be read: ${why}.`);
  }
}

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
