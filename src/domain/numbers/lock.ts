import type { Tx } from "../../kit/db.ts";
import type { CataloguedService } from "../catalog/catalog.ts";
import { lockAndFindServices, lockNumbersByDigits } from "./uses/sql.ts";

/**
 * Takes the locks of numbers, by their digits and in one order, and waits for whoever holds them. From the next
 * statement on, the holder sees everything that was decided about the numbers before. They come before all other
 * locks.
 */
export const lockNumbers = (tx: Tx, numbers: string[]): Promise<void> => lockNumbersByDigits(tx, numbers);

/** The same, and the services of the catalogue with these slugs, by slug, in one round trip: every message needs both. */
export const lockNumbersAndFindServices = (
  tx: Tx,
  numbers: string[],
  slugs: string[],
): Promise<Map<string, CataloguedService>> => lockAndFindServices(tx, numbers, slugs);
