import type { Queryable } from "../../../kit/db.ts";
import type { Renting } from "./rent-limits.ts";

export interface WalletRenting extends Renting {
  maxOpenOrders: number | null;
  spentDay: string | null;
  spentMinor: number;
}

/** Of a wallet, or of an address group. */
export const rentingColumns = `rents_since as "rentsSince", rents, outcomes_day::text as "outcomesDay", codes, fruitless`;

export async function findWalletRenting(db: Queryable, walletId: number): Promise<WalletRenting | undefined> {
  const [row] = await db.rows<WalletRenting>(
    `select open_holds as "openOrders", max_open_orders as "maxOpenOrders",
       spent_day::text as "spentDay", spent_minor as "spentMinor", ${rentingColumns} from wallets where id = $1`,
    [walletId],
  );
  return row;
}

export async function findGroupRenting(db: Queryable, network: string): Promise<Renting | undefined> {
  const [row] = await db.rows<Renting>(
    `select open_orders as "openOrders", ${rentingColumns} from address_groups where network = $1`,
    [network],
  );
  return row;
}
