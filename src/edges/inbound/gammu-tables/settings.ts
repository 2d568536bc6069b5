import { Type } from "typebox";
import { invalid } from "../../../kit/errors.ts";
import { checkLines, lineSchema, timeZoneSchema, type LineSettings } from "../lines.ts";
import { checkSettings } from "../settings.ts";

const schema = Type.Object(
  { databases: Type.Array(Type.String(), { minItems: 1, maxItems: 1 }), ...lineSchema, ...timeZoneSchema },
  { additionalProperties: false },
);

export interface TablesSettings extends LineSettings {
  /** The address of smsd's database, with the password. */
  databases: string[];
}

export function checkTables(value: unknown): TablesSettings {
  const settings: TablesSettings = checkSettings(schema, value);
  checkLines(settings);
  if (!isPostgres(settings.databases[0] ?? ""))
    throw invalid("databases", "databases must be one address: postgres://USER:PASSWORD@HOST:5432/smsd.");
  return settings;
}

function isPostgres(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && ["postgres:", "postgresql:"].includes(url.protocol) && url.hostname !== "";
}

/** The address without its password, for people. */
export function withoutPassword(address: string): string {
  const { host, pathname } = new URL(address);
  return `postgres://${host}${pathname}`;
}
