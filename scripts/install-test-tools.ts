import { spawnSync } from "node:child_process";
import { existsSync, globSync } from "node:fs";

/** Whether this machine runs the documented Python samples. */
export const hasRequests = (): boolean => spawnSync("python3", ["-c", "import requests"]).status === 0;

/** Whether this machine has the browser that the dashboard's tests drive. */
export const hasChromium = (): boolean => existsSync("/usr/bin/chromium");

/** Whether this machine has the pooler that is put before the database. */
export const hasPgBouncer = (): boolean => existsSync("/usr/sbin/pgbouncer");

/** What moves the clock of the processes that load it; undefined where this machine does not have it. */
export const faketimeLibrary = (): string | undefined => globSync("/usr/lib/*/faketime/libfaketime.so.1")[0];

const wanted = [
  { name: "python3-requests", what: "the Python samples", isThere: hasRequests },
  { name: "chromium", what: "the dashboard's tests", isThere: hasChromium },
  { name: "pgbouncer", what: "the tests of poolers", isThere: hasPgBouncer },
  { name: "faketime", what: "the tests on other clocks", isThere: () => faketimeLibrary() !== undefined },
];

/**
 * Gets from Debian what some tests use, where that can be (root, apt-get); elsewhere those tests are skipped, and say
 * so.
 */
export async function installTestTools(): Promise<void> {
  if (process.getuid?.() !== 0 || spawnSync("apt-get", ["--version"]).status !== 0) return;
  for (const { name, what, isThere } of wanted) {
    if (isThere()) continue;
    console.log(`Installing ${name} for ${what} (once)…`);
    if (install(name)) continue;
    spawnSync("apt-get", ["update"], { stdio: "ignore" });
    if (!install(name)) console.log(`${name} could not be installed: ${what} are skipped.`);
  }
}

function install(name: string): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return (
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", name], { stdio: "ignore", env })
      .status === 0
  );
}
