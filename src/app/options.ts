import type { Agent } from "node:https";
import type { Config } from "../config.ts";
import type { Supplier } from "../domain/suppliers/supplier.ts";
import type { Clock } from "../kit/clock.ts";
import type { DbOptions } from "../kit/db.ts";
import type { Logger } from "../kit/log.ts";
import type { Sealer } from "../kit/seal.ts";

export interface AppOptions {
  config: Config;
  connectionString: string;
  /** For the connection that listens for notifications, if it needs another address. */
  listenConnectionString?: string;
  log: Logger;
  clock: Clock;
  sealer: Sealer;
  /** The folder of the dashboard's built pages; null if they are not built. */
  pagesFolder: string | null;
  /** The file that gets the audit log's daily anchors; null: none. */
  anchorFile: string | null;
  /** For machines slower than any production server. */
  patience?: Pick<DbOptions, `${"statement" | "idleInTransaction" | "lock"}Milliseconds`>;
  /** Connects to push services; by default to public addresses only. */
  pushAgent?: Agent;
  /** Suppliers in addition to our inventory and the sandbox. */
  suppliers?: Supplier[];
}
