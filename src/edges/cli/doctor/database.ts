import { oldestVersion } from "../../../kit/db/server-version.ts";
import { readDatabaseTime, readServerFacts } from "../../../kit/db/facts.ts";
import type { Examined } from "./examine.ts";
import { fail, ok, warn, type Finding } from "./finding.ts";

/** Connections that jobs, listeners and this tool open in addition to a process' own. */
const spareConnections = 8;
const skewSeconds = { warn: 2, fail: 30 };

export async function checkServer({ db, config }: Examined): Promise<Finding> {
  const { version, versionNumber, maxConnections } = await readServerFacts(db);
  if (versionNumber < oldestVersion) {
    return fail("PostgreSQL", `version ${version} is too old; ZapOTP needs 15 or newer.`);
  }
  if (maxConnections < config.DATABASE_CONNECTIONS + spareConnections) {
    return warn(
      "PostgreSQL",
      `it allows ${maxConnections} connections and a server process may open ${config.DATABASE_CONNECTIONS}: raise max_connections or lower DATABASE_CONNECTIONS.`,
    );
  }
  return ok("PostgreSQL", `version ${version}, ${maxConnections} connections`);
}

/** An order must survive a power cut once the customer has the answer. */
export async function checkDurability({ db }: Examined): Promise<Finding> {
  const { fsync, synchronousCommit, fullPageWrites } = await readServerFacts(db);
  const off = [
    ["fsync", fsync],
    ["synchronous_commit", synchronousCommit],
    ["full_page_writes", fullPageWrites],
  ].filter(([, value]) => value === "off");
  if (off.length === 0) return ok("durability", "what is answered survives a crash");
  const names = off.map(([name]) => name).join(", ");
  return fail(
    "durability",
    `${names} off: a crash may lose paid orders and codes. Turn on in postgresql.conf.`,
  );
}

/** The servers' clocks determine the windows of orders, so they must agree. */
export async function checkClock({ db, clock }: Examined): Promise<Finding> {
  const before = clock.now().getTime();
  const theirs = (await readDatabaseTime(db)).getTime();
  const ours = (before + clock.now().getTime()) / 2;
  const seconds = Math.abs(theirs - ours) / 1000;
  const told = `${seconds.toFixed(1)} s apart from the database's`;
  if (seconds >= skewSeconds.fail) return fail("clock", `this machine's clock is ${told}: set it by NTP.`);
  return seconds >= skewSeconds.warn ? warn("clock", `${told}: set both by NTP.`) : ok("clock", told);
}
