import type { Command } from "commander";
import { openText } from "../open-text.ts";
import { country, jsonObject, lineNumber } from "../parse.ts";

type Environment = Record<string, string | undefined>;

/** What the options of `source create` may say, over all kinds. */
export interface KindOptions {
  auth?: string;
  authTokenFile?: string[];
  items?: string;
  country?: string;
  textEncoding?: string;
  timeZone?: string;
  number?: string;
  line?: Record<string, string>;
  settings?: Record<string, unknown>;
  /** `--field-to` and the like, by commander's names for them. */
  [field: `field${string}`]: string | undefined;
}

/** Where each field of a message stands: the option's word, what the kind calls it, and what it is. */
const fieldOptions: [string, string, string][] = [
  ["to", "to", "the receiving number stands, such as data.to (default: to)"],
  ["from", "from", "the sender stands (default: from)"],
  ["text", "text", "the text stands (default: text)"],
  ["id", "id", "the source's own id of the message stands (default: id)"],
  ["timestamp", "timestamp", "the carrier's time stands (default: timestamp)"],
  [
    "line",
    "line",
    "the line it came in on stands (a SIM, a slot, a port), where there is no receiving number",
  ],
  ["part-reference", "partReference", "the reference of a message in parts stands, such as concat-ref"],
  ["part-total", "partTotal", "the number of parts stands, such as concat-total"],
  ["part-number", "partNumber", "the place of this part stands, such as concat-part"],
];

export function addKindOptions(command: Command, kind: string): void {
  if (kind === "generic") addGenericOptions(command);
  else
    command.requiredOption(
      "--auth-token-file <path...>",
      "a file with what the carrier signs with: Twilio's auth token, SignalWire's signing key; two while one replaces the other; - is standard input",
    );
}

function addGenericOptions(command: Command): void {
  command.option(
    "--auth <how>",
    "how the source proves itself, besides the url: header, basic or hmac, by a secret made here; or none",
    "header",
  );
  for (const [word, , about] of fieldOptions) command.option(`--field-${word} <path>`, `where ${about}`);
  command
    .option("--items <path>", "where the list of messages stands, for sources that send several at once")
    .option("--country <code>", "country of numbers that come without a country code", country)
    .option("--number <digits>", "the receiving number of a source that does not name it, such as a phone")
    .option("--line <name=number>", "the number of one of its lines; once for each", lineNumber)
    .option(
      "--text-encoding <name>",
      "what texts are wrapped or written in: utf-8, ucs2, latin1, base64 or hex-ucs2 (default: recognised)",
    )
    .option("--time-zone <name>", "zone of times that name none, such as Africa/Lagos (default: UTC)")
    .option("--settings <json>", "any other settings of the kind, as a JSON object", jsonObject);
}

/** The options as a kind takes them: those that are named by themselves go before what `--settings` says of the same. */
export async function readKindOptions(
  options: KindOptions,
  environment: Environment,
): Promise<{ auth?: string; secrets?: string[]; settings: Record<string, unknown> }> {
  const { fields, lines, ...settings } = options.settings ?? {};
  const named = defined({
    items: options.items,
    defaultCountry: options.country,
    number: options.number,
    textEncoding: options.textEncoding,
    timeZone: options.timeZone,
  });
  const ownFields = defined(
    Object.fromEntries(fieldOptions.map(([word, field]) => [field, options[optionName(word)]])),
  );
  return {
    auth: options.auth,
    secrets:
      options.authTokenFile &&
      (await Promise.all(options.authTokenFile.map((path) => readSecret(path, environment)))),
    settings: {
      ...settings,
      ...named,
      ...defined({ fields: merged(fields, ownFields), lines: merged(lines, options.line ?? {}) }),
    },
  };
}

/** As commander calls it: `field-part-total` is fieldPartTotal. */
const optionName = (word: string): `field${string}` =>
  `field${`-${word}`.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}`;

/** What is no object is left for the kind to refuse. */
function merged(given: unknown, own: Record<string, unknown>): unknown {
  if (Object.keys(own).length === 0) return given;
  return typeof given === "object" && given !== null ? { ...given, ...own } : own;
}

/** Never from an argument: those are visible in the process list and in the shell's history. */
async function readSecret(path: string, environment: Environment): Promise<string> {
  const text = await Array.fromAsync(openText(path, environment));
  return text.join("").trim();
}

const defined = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
