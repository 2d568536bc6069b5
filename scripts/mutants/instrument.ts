import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Instrumenter } from "@stryker-mutator/instrumenter";
import { projectRoot } from "../../src/kit/paths.ts";

/** A small change to the program, which some test should notice. */
export interface Mutant {
  id: string;
  file: string;
  /** Starts at 1. */
  line: number;
  /** Its position among the mutants of its line. */
  column: number;
  /** The original code, and the code that replaces it, each on one line. */
  was: string;
  became: string;
}

export interface Instrumented {
  mutants: Mutant[];
  /** The files' code with every mutant in it, each switched off until its id is the active one. */
  sources: Record<string, string>;
}

const silent = (): void => {};
const log = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => false,
  isFatalEnabled: () => false,
  trace: silent,
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
  fatal: silent,
};

type Files = Parameters<Instrumenter["instrument"]>[0];
type Made = Awaited<ReturnType<Instrumenter["instrument"]>>;
type MadeMutant = Made["mutants"][number];

/** All mutants of the files (paths from the project's root), by the instrumenter of StrykerJS. */
export async function instrument(files: string[]): Promise<Instrumented> {
  const texts = new Map(files.map((file) => [file, readFileSync(join(projectRoot, file), "utf8")]));
  const wanted = [...texts].map(([name, content]) => ({ name, content, mutate: true }));
  const { mutants } = await make(wanted, new Set());
  // Some of its mutated regular expressions are invalid, and would keep their whole file from being loaded.
  const spoilt = new Set(mutants.filter((mutant) => !isProgram(mutant)).map(placeOf));
  const made = await make(wanted, spoilt);
  return {
    mutants: made.mutants.map((mutant) => ({
      id: mutant.id,
      file: mutant.fileName,
      line: mutant.location.start.line + 1,
      column: mutant.location.start.column + 1,
      was: onOneLine(cut(texts.get(mutant.fileName) as string, mutant.location)),
      became: onOneLine(mutant.replacement ?? ""),
    })),
    sources: Object.fromEntries(made.files.map(({ name, content }) => [name, content])),
  };
}

async function make(files: Files, leftOut: ReadonlySet<string>): Promise<Made> {
  const shouldIgnore = (path: { node: { loc?: { start: Place } | null } }): string | undefined => {
    const start = path.node.loc?.start;
    return start && leftOut.has(`${start.line - 1}:${start.column}`) ? "spoilt" : undefined;
  };
  const ignorers = leftOut.size > 0 ? [{ shouldIgnore }] : [];
  const options = { plugins: null, excludedMutations: [], ignorers } as unknown as Parameters<
    Instrumenter["instrument"]
  >[1];
  const { files: written, mutants } = await new Instrumenter(log).instrument(files, options);
  return { files: written, mutants: mutants.filter(({ status }) => status !== "Ignored") };
}

const placeOf = ({ location: { start } }: MadeMutant): string => `${start.line}:${start.column}`;

function isProgram({ mutatorName, replacement = "" }: MadeMutant): boolean {
  if (mutatorName !== "Regex") return true;
  const end = replacement.lastIndexOf("/");
  try {
    return Boolean(new RegExp(replacement.slice(1, end), replacement.slice(end + 1)));
  } catch {
    return false;
  }
}

interface Place {
  line: number;
  column: number;
}

function cut(text: string, { start, end }: { start: Place; end: Place }): string {
  const lines = text.split("\n").slice(start.line, end.line + 1);
  const last = lines.length - 1;
  lines[last] = (lines[last] as string).slice(0, end.column);
  lines[0] = (lines[0] as string).slice(start.column);
  return lines.join("\n");
}

const onOneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
