import { secondsAfter } from "../../kit/clock.ts";
import type { Queryable } from "../../kit/db.ts";
import type { Deps } from "../deps.ts";
import { spendingByDay, spendingByService, type DaySpending, type ServiceSpending } from "./queries.ts";

export interface Spending {
  totalMinor: number;
  /** The most expensive first. */
  services: ServiceSpending[];
  /** Every day, oldest first. */
  days: DaySpending[];
}

const daySeconds = 86_400;

/** What a wallet paid in the last days (UTC), including today: charges minus later refunds. */
export async function readSpending(
  { db, clock }: Pick<Deps, "clock"> & { db: Queryable },
  { walletId, days }: { walletId: number; days: number },
): Promise<Spending> {
  const at = clock.now();
  const today = new Date(at.toISOString().slice(0, 10));
  const since = secondsAfter(today, -(days - 1) * daySeconds);
  const services = await spendingByService(db, walletId, since);
  return {
    totalMinor: services.reduce((sum, { spentMinor }) => sum + spentMinor, 0),
    services,
    days: await spendingByDay(db, walletId, since, today),
  };
}
