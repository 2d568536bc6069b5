import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cells, heads, type Row } from "./table.ts";

/** The result of one figure. */
export interface Result {
  name: string;
  /** The machine and its versions, one line per fact. */
  machine: string[];
  rows: Row[];
}

const introduction = `# Figures

Written by \`npm run bench -- --write\`; a part is replaced when its figure is measured again, and says when and on what
machine that was. Each figure is the median of its rounds; every ratio was measured within one run, yardstick and ours
in turn, on one machine that also made the load. What the figures mean stands in \`bench/figures\`.
`;

/** Puts results into the file, replacing earlier ones of the same figures; the order is that of `names`. */
export function writeResults(file: URL, names: string[], results: Result[]): void {
  const sections = existsSync(file) ? readSections(readFileSync(file, "utf8")) : new Map<string, string>();
  for (const result of results) sections.set(result.name, section(result));
  const kept = names.flatMap((name) => sections.get(name) ?? []);
  writeFileSync(file, [introduction, ...kept].join("\n"));
}

function readSections(text: string): Map<string, string> {
  const parts = text.split(/^(?=## )/m).slice(1);
  return new Map(parts.map((part) => [/^## (.*)/.exec(part)?.[1] ?? "", `${part.trimEnd()}\n`]));
}

function section({ name, machine, rows }: Result): string {
  const line = (row: string[]): string => `| ${row.join(" | ")} |`;
  const table = [line(heads), line(heads.map(() => "---")), ...rows.map((row) => line(cells(row)))];
  const day = new Date().toISOString().slice(0, 10);
  return [`## ${name}`, "", `${day}: ${machine.join("; ")}`, "", ...table, ""].join("\n");
}
