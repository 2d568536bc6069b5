import type { Clock } from "../../../kit/clock.ts";
import type { Db } from "../../../kit/db.ts";
import type { Config } from "../../../config.ts";
import { loadConfig } from "../../../config/load.ts";
import { ConfigError } from "../../../config/setting.ts";
import { reachDatabase } from "../database.ts";
import { explain } from "../errors.ts";
import type { Tool } from "../tool.ts";
import { checkClock, checkDurability, checkServer } from "./database.ts";
import { checkBooks, checkNumbers, checkPools, checkRegister, checkSources } from "./contents.ts";
import { checkAudit } from "./audit.ts";
import { checkDisk } from "./disk.ts";
import { checkKey } from "./encryption.ts";
import { fail, ok, warn, type Finding } from "./finding.ts";
import { checkFolder } from "./folder.ts";
import { checkListening } from "./listening.ts";
import { checkMigrations } from "./migrations.ts";
import { checkNews, checkPooler } from "./pooler.ts";
import { checkSafeguards } from "./safeguards.ts";
import { checkSettings } from "./settings.ts";

export interface Examined {
  config: Config;
  db: Db;
  clock: Clock;
  /** For the connection that listens for notifications. */
  listenConnectionString: string;
}

/** The checks that need tables only run if the tables exist. */
const checksOfDatabase = [checkPooler, checkNews, checkServer, checkDurability, checkClock, checkMigrations];
const checksOfContents = [
  checkKey,
  checkPools,
  checkNumbers,
  checkRegister,
  checkSources,
  checkBooks,
  checkAudit,
];

/** Checks everything that an installation needs and changes nothing. Yields the findings one by one as they come. */
export async function* examine(
  tool: Tool,
  clock: Clock,
  say: (line: string) => void,
): AsyncGenerator<Finding> {
  let config: Config;
  try {
    const { config: read, notes } = loadConfig(tool.environment);
    config = read;
    for (const note of notes) yield warn("settings", note);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const sentence of error.message.split("\n")) yield fail("settings", sentence);
    return; // Without them nothing else can be checked.
  }
  yield* checkSettings(config);
  yield await checkListening(config);
  yield await checkFolder(config);
  yield await checkDisk(config);
  try {
    const { db, connectionString, access, close } = await reachDatabase(config, say);
    const listenConnectionString = (config.DATABASE_URL && config.DATABASE_LISTEN_URL) || connectionString;
    yield ok("database", `reached (${access})`);
    try {
      yield* examineDatabase({ config, db, clock, listenConnectionString });
    } finally {
      await close();
    }
  } catch (error) {
    yield fail("database", explain(error).message);
  }
}

async function* examineDatabase(examined: Examined): AsyncGenerator<Finding> {
  let whole = true;
  for (const check of checksOfDatabase) {
    const finding = await check(examined);
    yield finding;
    if (finding.check === "migrations" && finding.level === "fail") whole = false;
  }
  if (!whole) return;
  for (const check of checksOfContents) yield await check(examined);
  yield* checkSafeguards(examined);
}
