import { Refusal } from "../../kit/errors.ts";
import type { Deps } from "../deps.ts";
import { countStockOf } from "../suppliers/count-stock.ts";
import { inventory, type Suppliers } from "../suppliers/supplier.ts";
import type { Mode } from "../wallet/wallet.ts";
import { saleTerms, type Offer, type Provider, type CountryRule, type QuarantineRule } from "./catalog.ts";
import { countryRestricted, unknownCountry } from "./errors.ts";
import { readRentable } from "./offers/rentable.ts";
import { rankOffers } from "./rank.ts";
import { successRate } from "./outcomes.ts";
import { countStock, findOffers, listOffers, type ListingRow } from "./offers/queries.ts";
import { findCountry } from "./queries.ts";

export interface CatalogDeps extends Pick<Deps, "db" | "clock" | "log"> {
  suppliers: Suppliers;
  rules: QuarantineRule & CountryRule;
}

export interface Market {
  mode: Mode;
  provider: Provider;
  country: string;
}

export interface ListedService {
  slug: string;
  name: string;
  /** The lowest among its pools in stock, else the lowest. */
  priceMinor: number;
  count: number;
  successRate: number | null;
}

/** Every service that can be rented in a market, by name. */
export async function listServices(
  deps: CatalogDeps,
  { mode, provider, country }: Market,
): Promise<ListedService[]> {
  if (!(await findCountry(deps.db, country))) throw unknownCountry(country);
  if (deps.rules.sanctioned.includes(country)) throw countryRestricted(country);
  const terms = saleTerms(deps.clock.now(), deps.rules);
  const rows = await listOffers(deps.db, { mode, provider, country }, terms);
  await countSuppliers(deps, country, rows);
  const services: ListedService[] = [];
  for (const [slug, offers] of Map.groupBy(rows, (row) => row.slug)) services.push(summarize(slug, offers));
  return services;
}

/** The stock of suppliers other than our inventory is only known to them. */
async function countSuppliers(deps: CatalogDeps, country: string, rows: ListingRow[]): Promise<void> {
  const count = async (name: string, offers: ListingRow[]): Promise<void> => {
    const stock = await countStockOf(
      deps,
      name,
      country,
      offers.map((offer) => offer.slug),
    );
    for (const offer of offers) offer.count = stock.get(offer.slug) ?? 0;
  };
  const bySupplier = Map.groupBy(
    rows.filter((row) => row.supplier !== inventory),
    (row) => row.supplier,
  );
  await Promise.all([...bySupplier].map(([name, offers]) => count(name, offers)));
}

function summarize(slug: string, offers: ListingRow[]): ListedService {
  const inStock = offers.filter((offer) => offer.count > 0);
  const priced = inStock.length > 0 ? inStock : offers;
  const sum = (of: (offer: ListingRow) => number): number =>
    offers.reduce((total, offer) => total + of(offer), 0);
  return {
    slug,
    name: (offers[0] as ListingRow).name,
    priceMinor: Math.min(...priced.map((offer) => offer.priceMinor)),
    count: sum((offer) => offer.count),
    successRate: successRate({
      delivered: sum((offer) => offer.delivered),
      failed: sum((offer) => offer.failed),
      seconds: [],
    }),
  };
}

/** The pools of one service in a market, the one an order would try first on top. */
export async function listPoolsOf(
  deps: CatalogDeps,
  market: Market,
  service: string,
): Promise<(Offer & { count: number })[]> {
  const at = deps.clock.now();
  const rows = await findOffers(deps.db, [{ ...market, service, poolId: null }], at, { withSeconds: true });
  const rentable = readRentable(rows, { country: market.country, service }, deps.rules);
  if (rentable instanceof Refusal) throw rentable;
  const { offers } = rentable;
  const { familyId, slug } = rentable.service;
  const own = offers.filter((offer) => offer.supplier === inventory).map((offer) => offer.poolId);
  const wanted = { poolIds: own, country: market.country, familyId };
  const counts = await countStock(deps.db, wanted, saleTerms(at, deps.rules));
  const stock = new Map(counts.map((row) => [row.poolId, row.count]));
  const others = offers.filter((offer) => offer.supplier !== inventory);
  await Promise.all(
    others.map(async ({ poolId, supplier }) =>
      stock.set(poolId, (await countStockOf(deps, supplier, market.country, [slug])).get(slug) ?? 0),
    ),
  );
  const counted = offers.map((offer) => ({ ...offer, count: stock.get(offer.poolId) ?? 0 }));
  return [
    ...rankOffers(counted.filter((offer) => offer.count > 0)),
    ...rankOffers(counted.filter((offer) => offer.count === 0)),
  ];
}
