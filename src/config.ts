import { existsSync } from "node:fs";
import { readNetworks, type Networks } from "./kit/address.ts";
import { readAddress, WrongAddress } from "./kit/db/address.ts";
import { formatMinor, parseMinor } from "./kit/money.ts";
import { logLevels } from "./kit/log.ts";

/**
 * Every setting: its kind, its default, one sentence. Read from the environment, and from `.env` in the folder the
 * server is started in; the environment wins. `docs/configuration.md` is generated from this table.
 */
export const settings = {
  HOST: text("127.0.0.1", "Address to listen on; 0.0.0.0 for every address of the machine."),
  PORT: integer(8080, 0, 65535, "Port to listen on; 0 takes a free one."),
  DATA_DIR: text("./data", "Folder for the embedded database and the encryption key."),
  DATABASE_URL: database(
    "PostgreSQL 15 or newer to use instead of the embedded one: postgres://user:password@host/name. Several hosts, separated by commas, are tried in turn for the one that takes writes.",
  ),
  DATABASE_LISTEN_URL: database(
    "Address for the one connection that hears of new codes, where DATABASE_URL goes through a pooler in transaction mode: PostgreSQL itself; default: DATABASE_URL.",
  ),
  DATABASE_CONNECTIONS: integer(12, 2, 500, "Database connections that one process opens at most."),
  ENCRYPTION_KEY: text(
    "",
    "64 hexadecimal digits that encrypt message texts at rest; default: a key made at the first start, in DATA_DIR.",
  ),
  PUBLIC_BASE_URL: url(
    "",
    "The address customers and sources reach the server at, for signatures and links; default: http://HOST:PORT.",
  ),
  TRUSTED_PROXIES: networks(
    "",
    "Addresses or networks, separated by commas, whose X-Forwarded-For is believed.",
  ),
  LOG_LEVEL: choice("info", logLevels, "How much is logged."),
  CURRENCY: pattern(
    "NGN",
    /^[A-Z]{3}$/,
    "three capital letters, as NGN",
    "Currency of new wallets, ISO 4217.",
  ),
  ACTIVATION_SECONDS: integer(1200, 1, 86400, "How long an activation waits for messages."),
  CANCEL_LOCK_SECONDS: integer(120, 0, 86400, "For how long after the rent an order cannot be cancelled."),
  MAX_OPEN_ORDERS: integer(20, 1, 1000000, "Orders of one wallet that may wait for a code at the same time."),
  MAX_MESSAGES: integer(
    100,
    1,
    100000,
    "Messages that one order takes; what comes beyond them is kept for the operator as unmatched.",
  ),
  SANDBOX_LIMIT: integer(
    600,
    0,
    1000000,
    "Rents and messages that an account may make in the sandbox in ten minutes; 0: no limit.",
  ),
  QUARANTINE_DAYS: integer(
    180,
    0,
    3650,
    "For how long a number that got a message is sold to nobody for the services it was about, or their relatives, and messages about them go to nobody but its renter. Their account there ends when the service gives the number up: where this is shorter, the next renter can get into it.",
  ),
  WHOLE_NUMBER_REST_DAYS: integer(
    45,
    0,
    3650,
    "How long a number rests for every service after an order that had the whole of it (Any other) and got a message.",
  ),
  REUSE_SECONDS: integer(
    600,
    0,
    86400,
    "How long a number rests for a service after an order without a code.",
  ),
  TRIES_PER_POOL: integer(
    50,
    0,
    1000000,
    "Orders without a code that an account may have in one pool in a day; each code that it gets there makes up for three; 0: any number.",
  ),
  SUPPLIER_SECONDS: integer(
    10,
    1,
    25,
    "How long a supplier may take to answer; a rent then goes on to the next pool.",
  ),
  SANDBOX_MESSAGE_SECONDS: integer(
    3,
    0,
    3600,
    "Seconds until a message arrives on a sandbox number; 0: none comes by itself.",
  ),
  LOW_BALANCE: money("500.00", "A wallet that falls below this gets the event wallet.low."),
  DEFAULT_PRICE: money("450.00", "Price of a number in the pools that the first start makes."),
  METRICS_TOKEN: text(
    "",
    "Bearer token for /metrics; without one, /metrics answers requests from this machine alone.",
  ),
  DEMO_BALANCE: money("5000.00", "Money in the demo account's live wallet that the first start makes."),
  RATE_LIMIT: integer(
    100,
    0,
    1000000,
    "Requests an account may make per second on average, over ten seconds, with all its keys and members; 0: no limit.",
  ),
  OVERLOAD_MILLISECONDS: integer(
    100,
    0,
    60000,
    "Waiting time inside the server beyond which new requests are refused with 503 and Retry-After; 0: none is.",
  ),
  SLOW_STATEMENT_MILLISECONDS: integer(
    500,
    0,
    60000,
    "Database statements that take longer are logged, without their values; 0: none is.",
  ),
  MESSAGE_RETENTION_DAYS: integer(30, 1, 3650, "Days after which message texts and codes are erased."),
  EVENT_RETENTION_DAYS: integer(7, 1, 3650, "Days for which an event stream can be resumed."),
  SIGN_UP: choice("open", ["open", "closed"], "Whether anybody may open an account in the dashboard."),
  SMTP_URL: pattern(
    "",
    /^(smtps?:\/\/\S+)?$/,
    "an address such as smtps://user:password@mail.example.com:465",
    "Mail server for links to confirm an address or set a password; without one the operator finds them in the dashboard.",
  ),
  MAIL_FROM: text("ZapOTP <zapotp@localhost>", "Sender of those mails."),
  TOP_UP_INSTRUCTIONS: text(
    "Ask the operator to top up your wallet, and say your user name.",
    "What customers read in the dashboard about how to pay.",
  ),
} as const;

export type Config = {
  readonly [Name in keyof typeof settings]: ReturnType<(typeof settings)[Name]["parse"]>;
};

/** A setting that cannot be used; the message names it and says what to write instead. */
export class ConfigError extends Error {}

export interface Setting<T> {
  defaultText: string;
  sentence: string;
  kind: string;
  /** Throws a ConfigError that begins with the setting's name. */
  parse(name: string, value: string): T;
}

/** Reads every setting; throws one ConfigError that names each wrong one. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const faults: string[] = [];
  const config: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries(settings)) {
    try {
      config[name] = setting.parse(name, environment[name]?.trim() || setting.defaultText);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      faults.push(error.message);
    }
  }
  if (faults.length > 0) throw new ConfigError(faults.join("\n"));
  return config as Config;
}

const secretNames = /TOKEN|KEY|_URL$/;

/** The settings as they may be shown to the operator: of secrets only whether they are set. */
export function showSettings(
  config: Config,
): { name: string; value: string; default: string; about: string }[] {
  return Object.entries(settings).map(([name, { defaultText, sentence, kind }]) => {
    const value = config[name as keyof Config];
    const written = kind.startsWith("an amount") ? formatMinor(Number(value)) : String(value);
    const isHidden = secretNames.test(name) && name !== "PUBLIC_BASE_URL" && written !== "";
    return { name, value: isHidden ? "set" : written, default: defaultText, about: sentence };
  });
}

/** Adds what `.env` says to the environment; what is set already stays. */
export function loadEnvFile(path = ".env"): void {
  if (!existsSync(path)) return;
  try {
    process.loadEnvFile(path);
  } catch (error) {
    throw new ConfigError(`.env cannot be read: ${(error as Error).message}`);
  }
}

function setting<T>(
  kind: string,
  defaultText: string,
  sentence: string,
  read: (value: string) => T | null,
): Setting<T> {
  return {
    kind,
    defaultText,
    sentence,
    parse(name, value) {
      const parsed = read(value);
      if (parsed === null)
        throw new ConfigError(`${name} must be ${kind}, not ${JSON.stringify(value)}. ${sentence}`);
      return parsed;
    },
  };
}

function text(defaultText: string, sentence: string): Setting<string> {
  return setting("a text", defaultText, sentence, (value) => value);
}

function networks(defaultText: string, sentence: string): Setting<Networks> {
  const kind = "addresses or networks separated by commas, as 10.0.0.0/8, ::1 or loopback";
  return setting(kind, defaultText, sentence, readNetworks);
}

function integer(fallback: number, least: number, most: number, sentence: string): Setting<number> {
  return setting(`a whole number from ${least} to ${most}`, String(fallback), sentence, (value) => {
    const number = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
    return number >= least && number <= most ? number : null;
  });
}

function money(fallback: string, sentence: string): Setting<number> {
  return setting(`an amount such as ${formatMinor(50000)}`, fallback, sentence, parseMinor);
}

function choice<const T extends string>(fallback: T, choices: readonly T[], sentence: string): Setting<T> {
  return setting(
    `one of ${choices.join(", ")}`,
    fallback,
    sentence,
    (value) => choices.find((known) => known === value) ?? null,
  );
}

function pattern(fallback: string, shape: RegExp, kind: string, sentence: string): Setting<string> {
  return setting(kind, fallback, sentence, (value) => (shape.test(value) ? value : null));
}

/** Its value holds a password, which no complaint repeats. */
function database(sentence: string): Setting<string> {
  return {
    kind: "an address such as postgres://user:password@host/name",
    defaultText: "",
    sentence,
    parse(name, value) {
      if (value === "") return value;
      try {
        readAddress(value);
        return value;
      } catch (error) {
        if (error instanceof WrongAddress) throw new ConfigError(`${name} ${error.message}.`);
        throw error;
      }
    },
  };
}

function url(fallback: string, sentence: string): Setting<string> {
  return setting("an address such as https://otp.example.com", fallback, sentence, (value) =>
    value === "" || /^https?:\/\/[^\s/?#]+$/.test(value.replace(/\/$/, "")) ? value.replace(/\/$/, "") : null,
  );
}
