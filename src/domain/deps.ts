import type { Clock } from "../kit/clock.ts";
import type { Db } from "../kit/db.ts";
import type { Logger } from "../kit/log.ts";
import type { Sealer } from "../kit/seal.ts";

/** The dependencies of use cases. Each use case names the ones that it needs. */
export interface Deps {
  db: Db;
  clock: Clock;
  log: Logger;
  sealer: Sealer;
}
