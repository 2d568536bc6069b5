import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../src/kit/paths.ts";

/** The reference time of the files of rows: what they call 21:48 on this day is now. */
export const writtenAt = new Date("2026-11-25T21:48:00Z");

/**
 * The statements of `test/migrations/NAME.sql`; none if there is no such file. A semicolon only ends a statement at
 * the end of a line.
 */
export function readRows(name: string, now: Date): string[] {
  const file = join(projectRoot, "test", "migrations", name);
  if (!existsSync(file)) return [];
  const statements = readFileSync(file, "utf8").split(/;\n/);
  return statements.filter((text) => /^\s*[^\s-]/m.test(text)).map((sql) => moveToNow(sql, now));
}

const literal = /'(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d:\d\d)(\.\d+)?\+00)?'/g;
const dayMs = 24 * 60 * 60 * 1000;

/**
 * Shifts every literal time by as much as has passed since `writtenAt`, so that the rows keep their age; a date
 * without a time by whole days of UTC. Fractions of a second stay as they are written.
 */
export function moveToNow(sql: string, now: Date): string {
  const bySeconds = Math.floor((now.getTime() - writtenAt.getTime()) / 1000);
  const byDays = Math.floor(now.getTime() / dayMs) - Math.floor(writtenAt.getTime() / dayMs);
  const rest = sql.replaceAll(literal, "");
  const unknown = /\b20\d\d-\d\d-\d\d.{0,20}/.exec(rest)?.[0];
  if (unknown) throw new Error(`Write '2026-11-25 21:35:32+00', '2026-11-25' or now(), not ${unknown}`);
  return sql.replaceAll(literal, (_, day: string, time?: string, fraction = "") =>
    time === undefined
      ? `'${new Date(Date.parse(day) + byDays * dayMs).toISOString().slice(0, 10)}'`
      : `'${shown(new Date(Date.parse(`${day}T${time}Z`) + bySeconds * 1000))}${fraction}+00'`,
  );
}

const shown = (at: Date): string => at.toISOString().slice(0, 19).replace("T", " ");
