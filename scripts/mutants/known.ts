import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { projectRoot } from "../../src/kit/paths.ts";
import type { Mutant } from "./instrument.ts";
import type { Verdict } from "./judge.ts";

/** Results of earlier runs, kept in node_modules, so that an interrupted run continues where it stopped. */
const place = join(projectRoot, "node_modules", ".cache", "zapotp", "mutants.json");

export interface Known {
  get(mutant: Mutant): Verdict | undefined;
  set(mutant: Mutant, verdict: Verdict): void;
  save(): void;
}

/** A verdict is valid while the mutant's file is unchanged. */
export function openKnown(): Known {
  const verdicts = read();
  const hashes = new Map<string, string>();
  const hashOf = (file: string): string => {
    const known = hashes.get(file);
    if (known !== undefined) return known;
    const hash = createHash("sha256")
      .update(readFileSync(join(projectRoot, file)))
      .digest("hex")
      .slice(0, 16);
    hashes.set(file, hash);
    return hash;
  };
  const keyOf = ({ file, line, column, was, became }: Mutant): string =>
    [file, hashOf(file), line, column, was, became].join("\t");
  return {
    get: (mutant) => verdicts[keyOf(mutant)],
    set(mutant, verdict) {
      verdicts[keyOf(mutant)] = verdict;
    },
    save() {
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, JSON.stringify(verdicts, null, 1));
    },
  };
}

function read(): Record<string, Verdict> {
  try {
    return JSON.parse(readFileSync(place, "utf8")) as Record<string, Verdict>;
  } catch {
    return {};
  }
}
