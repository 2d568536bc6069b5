import { readTable } from "../../kit/csv-table.ts";
import { readCountryCode } from "../catalog/country-code.ts";
import type { PriceEntry } from "./check-prices.ts";
import { readWrittenAmount } from "./written-amount.ts";

/** A price with its line number; or, if it cannot be read, what is wrong with it. */
export type PriceFileLine = { line: number } & ({ entry: PriceEntry } | { field: string; fault: string });

const columns = ["country", "service", "price", "cost"] as const;

/**
 * The prices of a CSV with a header: `price`, with `country`, `service` or both, and `cost` if it differs from the
 * pool's. An empty country or service means every one. Empty lines are skipped.
 */
export async function readPriceFile(text: string): Promise<PriceFileLine[]> {
  const lines: PriceFileLine[] = [];
  for await (const read of readTable(once(text), columns, "price")) {
    const { line } = read;
    if ("fault" in read) lines.push({ line, field: "line", fault: `${capital(read.fault)}.` });
    else if ("cells" in read) lines.push({ line, ...readEntry(read.cells) });
  }
  return lines;
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

function readEntry({ country, service, price, cost }: Record<(typeof columns)[number], string>) {
  const priceMinor = readWrittenAmount(price);
  if (typeof priceMinor === "string") return { field: "price", fault: priceMinor };
  const costMinor = cost === "" ? null : readWrittenAmount(cost);
  if (typeof costMinor === "string") return { field: "cost", fault: costMinor };
  return {
    entry: { country: readCountryCode(country) || null, service: service || null, priceMinor, costMinor },
  };
}

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
