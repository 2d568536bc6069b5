import type { Command } from "commander";
import type { KindOption, SourceOptions } from "../../../domain/sources/kind.ts";
import { openText } from "../open-text.ts";
import { country, jsonObject, lineNumber, whole } from "../parse.ts";

type Environment = Record<string, string | undefined>;

/** The options of `source create`, by commander's names for them. */
export type GivenOptions = Record<string, unknown>;

/** Adds an option for every setting of the kind that an operator may set. */
export function addKindOptions(command: Command, options: readonly KindOption[]): void {
  for (const option of options) {
    const flags = `--${flagOf(option)} ${valueOf[option.type]}`;
    const help = option.type === "secrets" ? `${option.label}. ${option.help}` : option.help;
    const about = option.default ? `${help} (default: ${option.default})` : help;
    if (option.required) command.requiredOption(flags, about);
    else if (option.type === "country") command.option(flags, about, country);
    else if (option.type === "number") command.option(flags, about, whole);
    else if (option.type === "numbers") command.option(flags, `${about} Once for each.`, lineNumber);
    else command.option(flags, about);
  }
  command.option(
    "--settings <json>",
    "any other settings of the kind, as a JSON object; a secret in it shows in the list of processes",
    jsonObject,
  );
}

const valueOf: Record<KindOption["type"], string> = {
  text: "<text>",
  number: "<number>",
  choice: "<name>",
  country: "<code>",
  numbers: "<name=number>",
  secrets: "<path...>",
};

/** Options whose names differ from the setting's. */
const flags: Record<string, string> = {
  defaultCountry: "country",
  lines: "line",
};

/** `fields.partTotal` is `--field-part-total`; the carrier's auth token comes in a file by `--auth-token-file`. */
export function flagOf({ name, type, label }: KindOption): string {
  // Never takes the secret itself: arguments are visible in the process list and in the shell's history.
  if (type === "secrets") return `${label.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}-file`;
  const words = flags[name] ?? name.replace(/^fields\./, "field-");
  return words.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** As commander names it: `field-part-total` becomes fieldPartTotal. */
const keyOf = (option: KindOption): string =>
  flagOf(option).replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The options in the form a kind expects; named options take precedence over the same settings in `--settings`. */
export async function readKindOptions(
  options: readonly KindOption[],
  given: GivenOptions,
  environment: Environment,
): Promise<SourceOptions> {
  const settings: Record<string, unknown> = { ...(given["settings"] as object | undefined) };
  const result: SourceOptions = {};
  for (const option of options) {
    const value = given[keyOf(option)];
    if (value === undefined) continue;
    if (option.name === "auth") result.auth = String(value);
    else if (option.type === "secrets")
      result.secrets = await Promise.all((value as string[]).map((path) => readSecret(path, environment)));
    else set(settings, option.name, value);
  }
  return { ...result, settings };
}

/** Sets a setting by its path. If the JSON has no object there, the kind refuses it. */
function set(settings: Record<string, unknown>, path: string, value: unknown): void {
  const [name = "", inner] = path.split(".");
  const before = settings[name] ?? {};
  if (typeof before !== "object") return;
  if (inner !== undefined) settings[name] = { ...before, [inner]: value };
  else settings[name] = typeof value === "object" ? { ...before, ...value } : value;
}

async function readSecret(path: string, environment: Environment): Promise<string> {
  const text = await Array.fromAsync(openText(path, environment));
  return text.join("").trim();
}
