import { spawnSync } from "node:child_process";
import { existsSync, globSync } from "node:fs";

/** Whether this machine can run the documented Python samples. */
export const hasRequests = (): boolean => spawnSync("python3", ["-c", "import requests"]).status === 0;

/** The browser that the dashboard's tests drive: Debian's, or the one that CHROMIUM names. */
export const chromiumPath = process.env["CHROMIUM"] || "/usr/bin/chromium";

/** What to do if there is no browser; null if there is one. */
export const missingChromium = (): string | null =>
  existsSync(chromiumPath)
    ? null
    : `there is no browser at ${chromiumPath}: install one (apt-get install chromium), or name one in CHROMIUM`;

/** The command that starts the pooler: Debian's, or the one named by PGBOUNCER, to try a newer version. */
export const pgbouncerCommand = (process.env["PGBOUNCER"] ?? "/usr/sbin/pgbouncer").split(" ");

/** Whether this machine has the pooler that the tests put before the database. */
export const hasPgBouncer = (): boolean => existsSync(pgbouncerCommand[0] as string);

/** Whether this machine has the proxy that the tests put in front of the server. */
export const hasNginx = (): boolean => existsSync("/usr/sbin/nginx");

/** The library that fakes the clock of processes that load it; undefined if this machine does not have it. */
export const faketimeLibrary = (): string | undefined => globSync("/usr/lib/*/faketime/libfaketime.so.1")[0];

/** Kannel's message centre, with which the tests try SMPP links. */
export const driveSmpp = "/usr/lib/kannel/test/drive_smpp";
export const hasKannel = (): boolean => existsSync(driveSmpp);

/** Whether this machine has the daemons of modems, which the tests give modems of their own. */
export const hasGammu = (): boolean => existsSync("/usr/bin/gammu-smsd");
export const hasSmstools = (): boolean => existsSync("/usr/sbin/smsd");

const wanted = [
  { name: "python3-requests", what: "the Python samples", isThere: hasRequests },
  { name: "chromium", what: "the dashboard's tests", isThere: () => missingChromium() === null },
  { name: "pgbouncer", what: "the tests of poolers", isThere: hasPgBouncer },
  { name: "nginx-light", what: "the tests behind a proxy", isThere: hasNginx },
  { name: "faketime", what: "the tests on other clocks", isThere: () => faketimeLibrary() !== undefined },
  { name: "kannel-extras", what: "the test of SMPP with Kannel", isThere: hasKannel },
  { name: "gammu-smsd", what: "the tests of Gammu as a source", isThere: hasGammu },
  { name: "smstools", what: "the test of smstools as a source", isThere: hasSmstools },
];

/**
 * Installs Debian packages that some tests use, if possible (root, apt-get); elsewhere those tests are skipped, with
 * a message.
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
