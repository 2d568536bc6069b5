import { secondsAfter } from "../../kit/clock.ts";
import type { Deps } from "../deps.ts";
import {
  figuresBetween,
  figuresByHour,
  figuresByServiceAndPool,
  type Figures,
  type PoolServiceFigures,
} from "./queries.ts";

export interface Overview {
  today: Figures;
  /** Up to the same time of day, so that the two can be compared. */
  yesterday: Figures;
  hours: (Figures & { hour: Date })[];
  /** In the last 24 hours. */
  table: PoolServiceFigures[];
}

const daySeconds = 86_400;
const hoursShown = 48;
const rowsShown = 200;

/** How the shop is doing: live orders, by the time they were rented (UTC). */
export async function readOverview({ db, clock }: Pick<Deps, "db" | "clock">): Promise<Overview> {
  const at = clock.now();
  const today = new Date(at.toISOString().slice(0, 10));
  const dayBefore = (time: Date): Date => secondsAfter(time, -daySeconds);
  const thisHour = new Date(Math.floor(at.getTime() / 3_600_000) * 3_600_000);
  const firstHour = secondsAfter(thisHour, -(hoursShown - 1) * 3600);
  return {
    today: await figuresBetween(db, today, secondsAfter(today, daySeconds)),
    yesterday: await figuresBetween(db, dayBefore(today), dayBefore(at)),
    hours: await figuresByHour(db, firstHour, thisHour),
    table: await figuresByServiceAndPool(db, dayBefore(at), rowsShown),
  };
}
