import type { Queryable } from "../../kit/db.ts";
import { Refusal } from "../../kit/errors.ts";
import { requireCost, requirePrice } from "./create-pool.ts";
import { unknownCountry, unknownService } from "../catalog/errors.ts";
import { listCountries, listServices } from "../catalog/queries.ts";
import type { Override } from "./queries.ts";
import type { PriceLine } from "./sql.ts";

export type PriceEntry = Omit<Override, "poolId">;

/** What is wrong with the entry at an index of the list. */
export interface PriceFault {
  place: number;
  field: string;
  refusal: Refusal;
}

/** Checks a list of individual prices against the catalogue: returns what can be stored, and every error. */
export async function checkPrices(
  db: Queryable,
  entries: PriceEntry[],
): Promise<{ lines: PriceLine[]; faults: PriceFault[] }> {
  const countries = new Set((await listCountries(db, "live")).map(({ code }) => code));
  const services = new Map(
    (await listServices(db)).flatMap(({ id, slug, aliases }) =>
      [slug, ...aliases].map((name): [string, number] => [name, id]),
    ),
  );
  const seen = new Set<string>();
  const lines: PriceLine[] = [];
  const faults: PriceFault[] = [];
  for (const [place, entry] of entries.entries()) {
    try {
      const line = read(entry, countries, services);
      const key = `${line.country} ${line.serviceId}`;
      if (seen.has(key)) throw faultOf("country", "This country and service stand twice in the list.");
      seen.add(key);
      lines.push(line);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      faults.push({ place, field: String(error.details["field"]), refusal: error });
    }
  }
  return { lines, faults };
}

function read(
  { country, service, priceMinor, costMinor }: PriceEntry,
  countries: ReadonlySet<string>,
  services: ReadonlyMap<string, number>,
): PriceLine {
  if (country === null && service === null) throw faultOf("country", "Name a country, a service, or both.");
  if (country !== null && !countries.has(country)) throw unknownCountry(country);
  const serviceId = service === null ? null : services.get(service.toLowerCase());
  if (serviceId === undefined) throw unknownService(service as string);
  requirePrice(priceMinor);
  if (costMinor !== null) requireCost(costMinor);
  return { country, serviceId, priceMinor, costMinor };
}

const faultOf = (field: string, message: string): Refusal =>
  new Refusal("invalid_request", message, { field });
