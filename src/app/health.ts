import { readdirSync } from "node:fs";
import { statfs } from "node:fs/promises";
import type { Clock } from "../kit/clock.ts";
import type { Db } from "../kit/db.ts";
import { readWithDeadline } from "../kit/read-with-deadline.ts";
import { cached } from "../kit/cache.ts";
import type { Sealer } from "../kit/seal.ts";
import type { Config } from "../config.ts";
import {
  judgeClock,
  judgeDatabase,
  judgeDisk,
  judgeHints,
  judgeJobs,
  judgeMigrations,
  judgePooler,
  judgeSeal,
  type Checks,
  type JobPace,
} from "../domain/monitoring/health.ts";
import { openSettings } from "../domain/sources/sealed-settings.ts";
import { readDatabaseState, type DatabaseState } from "../domain/monitoring/queries.ts";
import { migrationsFolder } from "../kit/paths.ts";

export interface HealthOptions {
  db: Db;
  clock: Clock;
  sealer: Sealer;
  config: Pick<Config, "DATABASE_URL" | "DATA_DIR">;
  hintsArrive: () => boolean;
  jobRuns: () => JobPace[];
}

export interface Health {
  checks(): Promise<Checks>;
  /** Bytes free for the embedded database; null if the database is elsewhere, or if this cannot be determined. */
  freeBytes(): Promise<number | null>;
}

/** A database that has not answered within this time counts as down. */
const patienceMilliseconds = 3000;
/** Anybody may ask, as often as they like. */
const rememberedMilliseconds = 500;

/** Checks everything that this process depends on; the result is reused for half a second. */
export function createHealth(options: HealthOptions): Health {
  const { db, clock, sealer, config, hintsArrive, jobRuns } = options;
  const known = readdirSync(migrationsFolder).filter((name) => name.endsWith(".sql"));
  const freeBytes = (): Promise<number | null> => readFreeBytes(config);

  async function look(): Promise<Checks> {
    const state = await readWithDeadline(db, patienceMilliseconds, readDatabaseState);
    return {
      database: judgeDatabase(state, db.isOnlyReadable()),
      ...(state && { pooler: judgePooler(db.pooling()), ...judgeContents(state) }),
      hints: judgeHints(hintsArrive()),
      jobs: judgeJobs(jobRuns(), clock.now()),
      disk: judgeDisk(await freeBytes()),
    };
  }

  const judgeContents = ({ migrations, sealed, now }: DatabaseState): Checks => ({
    migrations: judgeMigrations(migrations, known),
    encryption: judgeSeal(sealed === null || opens(sealer, sealed)),
    clock: judgeClock((now.getTime() - clock.now().getTime()) / 1000),
  });

  const seen = cached(look, rememberedMilliseconds);
  return { checks: () => seen(undefined), freeBytes };
}

function opens(sealer: Sealer, sealed: NonNullable<DatabaseState["sealed"]>): boolean {
  try {
    openSettings(sealer, sealed);
    return true;
  } catch {
    return false;
  }
}

async function readFreeBytes({ DATABASE_URL, DATA_DIR }: HealthOptions["config"]): Promise<number | null> {
  if (DATABASE_URL !== "") return null;
  const found = await statfs(DATA_DIR).catch(() => null);
  return found && found.bavail * found.bsize;
}
