import type { Tx } from "../../kit/db.ts";
import { sandboxCategory } from "./catalog.ts";
import {
  readCountries,
  readFamilies,
  readServices,
  restrictedCategories,
  type ServiceEntry,
} from "./data.ts";
import { setFamilies, type FamilyChange } from "./families/set-families.ts";
import { lockFilling, upsertCountries, upsertServices } from "./sql.ts";

/** Services that simulate failures in the sandbox (contract, "Two kinds of key"). */
export const sandboxServices: ServiceEntry[] = [
  ["test-no-sms", "Test: no message comes"],
  ["test-no-numbers", "Test: no numbers"],
  ["test-two-codes", "Test: two codes"],
  ["test-late-code", "Test: the code comes late"],
  ["test-no-code-in-text", "Test: no code in the text"],
  ["test-supplier-down", "Test: supplier down"],
].map(([slug, name]) => ({ slug, name, category: sandboxCategory, aliases: [] }) as ServiceEntry);

/**
 * Writes countries, services and their families to the database, as they are in the lists; returns the families that
 * changed. Restrictions set by the operator are kept.
 */
export async function fillCatalog(tx: Tx): Promise<FamilyChange[]> {
  const restricted = new Set<string>(restrictedCategories);
  await lockFilling(tx);
  await upsertCountries(tx, readCountries());
  await upsertServices(tx, [...readServices(), ...sandboxServices], (category) => restricted.has(category));
  return setFamilies(tx, readFamilies());
}
