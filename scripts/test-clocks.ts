import { spawnSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../src/kit/paths.ts";
import { faketimeLibrary, installTestTools } from "./install-test-tools.ts";

// npm run test:clocks              the tests about time, on other days, at other hours, in other zones
// npm run test:clocks -- FILE…     these test files or folders, on all of these clocks: hours, if it is `src test`

interface Moved {
  what: string;
  /** The clock's time when the tests begin; it runs on from there. */
  startsAt: Date;
  zone: string;
}

const now = new Date();
const daysOn = (days: number): Date => new Date(now.getTime() + days * 86_400_000);
/** Midnight (UTC) this many days from now, moved by some seconds. */
const midnight = (days: number, seconds: number): Date =>
  new Date(Date.parse(daysOn(days).toISOString().slice(0, 10)) + seconds * 1000);

/** The tests begin some seconds after their process starts, with a separate database. */
const usual: Moved[] = [
  {
    what: "29 February ends",
    startsAt: new Date("2028-02-29T23:59:15Z"),
    zone: "America/New_York",
  },
  {
    what: "Berlin puts its clocks back",
    startsAt: new Date("2027-10-31T00:59:30Z"),
    zone: "Europe/Berlin",
  },
  { what: "thirteen months on, just after midnight", startsAt: midnight(396, 5), zone: "Asia/Kolkata" },
];
const further: Moved[] = [
  { what: "tomorrow", startsAt: daysOn(1), zone: "UTC" },
  { what: "a month on, just before midnight", startsAt: midnight(31, -120), zone: "Asia/Tokyo" },
  {
    what: "New York puts its clocks forward",
    startsAt: new Date("2027-03-14T06:59:30Z"),
    zone: "America/New_York",
  },
  { what: "a year ends", startsAt: new Date("2026-12-31T23:59:15Z"), zone: "Pacific/Kiritimati" },
];

/** Code in a test that moves or reads a clock. Tests of the pages take long, and are left out by default. */
const aboutTime = /clock\.|new Date\(|Date\.|\bnow\(\)|interval '|inZone/;

function usualFiles(): string[] {
  const files = globSync(["src/**/*.test.ts", "test/{api,helpers,migrations,trails}/**/*.test.ts"], {
    cwd: projectRoot,
  });
  return files.filter((file) => aboutTime.test(readFileSync(join(projectRoot, file), "utf8"))).toSorted();
}

/** For processes on another clock; timers are not faked. */
const environment = (library: string, { startsAt, zone }: Moved): NodeJS.ProcessEnv => ({
  ...process.env,
  TZ: zone,
  LD_PRELOAD: library,
  FAKETIME: `${startsAt < new Date() ? "" : "+"}${Math.round((startsAt.getTime() - Date.now()) / 1000)}`,
  FAKETIME_DONT_FAKE_MONOTONIC: "1",
  DONT_FAKE_MONOTONIC: "1",
});

/** Whether a process really has the faked clock: a library without effect must not look like success. */
function isMoved(library: string, moved: Moved): boolean {
  const { stdout } = spawnSync(process.execPath, ["-p", "Date.now()"], {
    env: environment(library, moved),
    encoding: "utf8",
  });
  return Math.abs(Number(stdout) - moved.startsAt.getTime()) < 60_000;
}

function runOn(library: string, moved: Moved, files: string[]): boolean {
  console.log(`\n${moved.what}: ${moved.startsAt.toISOString()}, ${moved.zone}`);
  if (!isMoved(library, moved)) {
    console.log(`FAIL  ${library} does not move the clock of ${process.execPath}.`);
    return false;
  }
  const { status } = spawnSync(process.execPath, ["scripts/test.ts", ...files], {
    cwd: projectRoot,
    stdio: "inherit",
    env: environment(library, moved),
  });
  return status === 0;
}

await installTestTools();
const library = faketimeLibrary();
if (library === undefined) {
  console.log("FAIL  The clock cannot be moved here: install faketime (Debian: apt-get install faketime).");
  process.exit(1);
}
const chosen = process.argv.slice(2);
const clocks = chosen.length > 0 ? [...usual, ...further] : usual;
const files = chosen.length > 0 ? chosen : usualFiles();
const failed = clocks.filter((moved) => !runOn(library, moved, files));
for (const { what } of failed) console.log(`FAIL  ${what}`);
if (failed.length === 0) console.log(`ok    ${files.length} test files on ${clocks.length} clocks`);
process.exitCode = failed.length === 0 ? 0 : 1;
