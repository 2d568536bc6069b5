import type { KindOption } from "#answers/operator/sources.ts";
import { stock as stockTexts } from "../../../texts/stock.ts";
import { t } from "../../../texts/t.ts";

/** The typed values of the settings, by path: `fields.to` is `to` within `fields`, as the form stores it. */
export type OptionValues = Record<string, string | Record<string, string>>;

const read = (values: OptionValues, path: string): string => {
  const [name = "", inner] = path.split(".");
  const value = values[name];
  return String((inner !== undefined && typeof value === "object" ? value[inner] : value) ?? "").trim();
};

function write(values: Record<string, unknown>, path: string, value: unknown): void {
  const [name = "", inner] = path.split(".");
  values[name] = inner === undefined ? value : { ...(values[name] as object | undefined), [inner]: value };
}

/** Choices start with their default; everything else is empty. */
export function emptyValues(options: KindOption[]): OptionValues {
  const values: OptionValues = {};
  for (const option of options)
    write(values, option.name, option.type === "choice" ? (option.default ?? "") : "");
  return values;
}

const linePattern = /^(.+)=([^=]+)$/;
const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** Errors in a value that can be detected before it is sent. */
export function faultOf({ name, type, required }: KindOption, values: OptionValues): string | null {
  const text = read(values, name);
  if (required && text === "") return t.errors.required;
  if (type === "number" && !/^\d{0,9}$/.test(text)) return stockTexts.badWhole;
  if (type === "numbers" && !linesOf(text).every((line) => linePattern.test(line)))
    return stockTexts.badLines;
  return null;
}

/** The settings as the server expects them, without empty ones. */
export function settingsFrom(options: KindOption[], values: OptionValues): Record<string, unknown> {
  const settings: Record<string, unknown> = {};
  for (const { name, type } of options) {
    const text = read(values, name);
    if (text !== "") write(settings, name, asTyped(type, text));
  }
  return settings;
}

function asTyped(type: KindOption["type"], text: string): unknown {
  if (type === "secrets") return text.split(/\s+/);
  if (type === "number") return Number(text);
  if (type !== "numbers") return text;
  const pairs = linesOf(text).map((line) => linePattern.exec(line) ?? []);
  return Object.fromEntries(pairs.map(([, name = "", number = ""]) => [name.trim(), number.trim()]));
}
