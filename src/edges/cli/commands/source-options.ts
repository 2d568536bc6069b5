import type { Command } from "commander";
import { text as readAll } from "node:stream/consumers";
import { country, jsonObject } from "../parse.ts";

/** What the options of `source create` may say, over all kinds. */
export interface KindOptions {
  auth?: string;
  authToken?: string[];
  fieldTo?: string;
  fieldFrom?: string;
  fieldText?: string;
  fieldId?: string;
  fieldTimestamp?: string;
  items?: string;
  country?: string;
  settings?: Record<string, unknown>;
}

export function addKindOptions(command: Command, kind: string): void {
  if (kind === "generic") addGenericOptions(command);
  else
    command.requiredOption(
      "--auth-token <token...>",
      "what the carrier signs with: Twilio's auth token, SignalWire's signing key; two while one replaces the other; - reads it from standard input",
    );
}

function addGenericOptions(command: Command): void {
  command
    .option(
      "--auth <how>",
      "how the source proves itself, besides the url: none, basic, header or hmac",
      "none",
    )
    .option("--field-to <path>", "where the receiving number stands, such as data.to (default: to)")
    .option("--field-from <path>", "where the sender stands (default: from)")
    .option("--field-text <path>", "where the text stands (default: text)")
    .option("--field-id <path>", "where the source's own id of the message stands (default: id)")
    .option("--field-timestamp <path>", "where the time stands (default: timestamp)")
    .option("--items <path>", "where the list of messages stands, for sources that send several at once")
    .option("--country <code>", "country of numbers that come without a country code", country)
    .option("--settings <json>", "any other settings of the kind, as a JSON object", jsonObject);
}

/** The options as a kind takes them. */
export async function readKindOptions(
  options: KindOptions,
): Promise<{ auth?: string; secrets?: string[]; settings: Record<string, unknown> }> {
  const fields = defined({
    to: options.fieldTo,
    from: options.fieldFrom,
    text: options.fieldText,
    id: options.fieldId,
    timestamp: options.fieldTimestamp,
  });
  const settings = defined({
    fields: Object.keys(fields).length > 0 ? fields : undefined,
    items: options.items,
    defaultCountry: options.country,
  });
  return {
    auth: options.auth,
    secrets: options.authToken && (await Promise.all(options.authToken.map(readSecret))),
    settings: { ...settings, ...options.settings },
  };
}

/** `-` keeps a secret out of the list of processes and the shell's history. */
const readSecret = async (token: string): Promise<string> =>
  token === "-" ? (await readAll(process.stdin)).trim() : token;

const defined = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
