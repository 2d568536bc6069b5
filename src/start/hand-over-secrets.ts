import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ConfigError } from "../config/setting.ts";

export interface Receiver {
  /** Whether a person reads the output; otherwise it goes into a log, or wherever output is collected. */
  isTerminal: boolean;
  say: (line: string) => void;
  /** DATA_DIR. */
  folder: string;
}

/** Shows the first start's secrets on a terminal, or leaves them in a file that only its owner can read. */
export function handOver(lines: string[], { isTerminal, say, folder }: Receiver): void {
  if (lines.length === 0) return;
  if (isTerminal) return ["", ...lines, ""].forEach((line) => say(line));
  const path = join(folder, "first-start.txt");
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 }); // With an external database nothing else needs the folder.
    rmSync(path, { force: true }); // An existing file may be readable by others.
    writeFileSync(path, `${lines.join("\n")}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    throw new ConfigError(
      `The first password cannot be written to ${path}: ${(error as Error).message}. Mend that, and make another one with 'zapotp member reset-password operator'.`,
    );
  }
  say(`This is the first start: the operator's password and the demo account's keys are in ${path}.`);
  say("Only its owner can read it. Delete it once you have signed in.");
}
