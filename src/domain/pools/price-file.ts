import { Refusal } from "../../kit/errors.ts";
import { parseMinor } from "../../kit/money.ts";
import { readCsv } from "../../kit/read-csv.ts";
import type { PriceEntry } from "./check-prices.ts";

/** A price with the line it stands on; or, where it cannot be read, what is wrong with it. */
export type PriceFileLine = { line: number } & ({ entry: PriceEntry } | { field: string; fault: string });

const columns = ["country", "service", "price", "cost"] as const;

/**
 * The prices of a CSV with a header: `price`, beside it `country`, `service` or both, and `cost` where it differs from
 * the pool's. An empty country or service means every one.
 */
export async function readPriceFile(text: string): Promise<PriceFileLine[]> {
  const lines: PriceFileLine[] = [];
  let places: Map<string, number> | undefined;
  for await (const { line, cells } of readCsv(once(text))) {
    if (places) lines.push({ line, ...read(cells, places) });
    else places = placesOf(cells);
  }
  if (!places) throw new Refusal("invalid_file", "The file is empty; its first line must name the columns.");
  return lines;
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

function read(
  cells: string[],
  places: Map<string, number>,
): { entry: PriceEntry } | { field: string; fault: string } {
  const cell = (column: (typeof columns)[number]): string => cells[places.get(column) ?? -1]?.trim() ?? "";
  const priceMinor = parseMinor(cell("price"));
  if (priceMinor === null)
    return { field: "price", fault: `"${cell("price")}" is no amount such as 450.00.` };
  const costMinor = cell("cost") === "" ? null : parseMinor(cell("cost"));
  if (cell("cost") !== "" && costMinor === null)
    return { field: "cost", fault: `"${cell("cost")}" is no amount such as 200.00.` };
  const entry = {
    country: cell("country").toUpperCase() || null,
    service: cell("service") || null,
    priceMinor,
    costMinor,
  };
  return { entry };
}

function placesOf(header: string[]): Map<string, number> {
  const places = new Map(header.map((cell, place) => [cell.trim().toLowerCase(), place]));
  if (places.has("price")) return places;
  const written = header.join(",").slice(0, 80);
  throw new Refusal(
    "invalid_file",
    `The first line must name the columns, "price" among them (${columns.join(",")}); it is "${written}".`,
    { line: 1 },
  );
}
