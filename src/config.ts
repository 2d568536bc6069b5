import {
  bearerToken,
  choice,
  countryCodes,
  currency,
  database,
  folder,
  hexadecimal,
  host,
  integer,
  integerText,
  longText,
  mailbox,
  mailServer,
  money,
  moneyText,
  networks,
  perTier,
  site,
  text,
} from "./config/kinds.ts";
import { ConfigError, secret, type Setting } from "./config/setting.ts";
import {
  isLooser,
  lacksOne,
  weakerAbove,
  weakerAboveOrNone,
  weakerAt,
  weakerBelow,
  weakerWhen,
} from "./config/weaker.ts";
import { logLevels } from "./kit/log.ts";

/**
 * Every setting: its kind, its default, one sentence, and which values protect people less. Read from the environment, and from `.env` in the folder the
 * server is started in; the environment wins. `docs/configuration.md` is generated from this table.
 */
export const settings = {
  HOST: host("127.0.0.1", "Address to listen on; 0.0.0.0 for every address of the machine."),
  PORT: integer(8080, 0, 65535, "Port to listen on; 0 takes a free one."),
  DATA_DIR: folder("./data", "Folder for the embedded database and the encryption key."),
  DATABASE_URL: secret(
    database(
      "PostgreSQL 15 or newer to use instead of the embedded one: postgres://user:password@host/name. Several hosts, separated by commas, are tried in turn until one accepts writes.",
    ),
  ),
  DATABASE_LISTEN_URL: secret(
    database(
      "Address of PostgreSQL itself for the connection that is notified of new codes, if DATABASE_URL goes through a pooler in transaction mode; default: DATABASE_URL.",
    ),
  ),
  DATABASE_CONNECTIONS: integer(12, 2, 500, "The most database connections that one process opens."),
  ENCRYPTION_KEY: secret(
    hexadecimal(64, "Encrypts message texts at rest; default: a key made at the first start, in DATA_DIR."),
  ),
  PUBLIC_BASE_URL: site(
    "",
    "The address customers and sources reach the server at, for signatures and links; default: http://HOST:PORT.",
  ),
  TRUSTED_PROXIES: networks(
    "",
    "Addresses or networks, separated by commas, whose X-Forwarded-For is trusted.",
  ),
  LOG_LEVEL: choice("info", logLevels, "How much is logged."),
  CURRENCY: currency("NGN", "Currency of new wallets, ISO 4217."),
  ACTIVATION_SECONDS: integer(1200, 1, 86400, "How long an activation waits for messages."),
  CANCEL_LOCK_SECONDS: weakerBelow(
    integer(120, 0, 86400, "How long after the rent an order cannot be cancelled."),
    "Numbers can be rented and cancelled faster, so somebody can try out many of them at no cost.",
  ),
  MAX_OPEN_ORDERS: weakerAbove(
    integer(20, 1, 1000000, "Orders of one wallet that may wait for a code at the same time."),
    "One account can hold more numbers at once, which makes mass registration easier.",
  ),
  MAX_MESSAGES: integer(
    100,
    1,
    100000,
    "The most messages that one order takes; any more are kept for the operator as unmatched.",
  ),
  RENTS_PER_OPEN_ORDER: weakerAboveOrNone(
    integer(
      6,
      0,
      1000,
      "Rents a minute of an account, for each order that it may have open: with MAX_OPEN_ORDERS at 20, 120 a minute; 0: no limit.",
    ),
    "One account can rent and cancel numbers faster, which makes mass registration easier.",
  ),
  ADDRESS_FACTOR: weakerAboveOrNone(
    integer(
      3,
      0,
      1000,
      "How many times the limits of an account apply to an address group (an IPv4 address, or a /64 of IPv6) over all accounts: open orders, rents a minute, requests, the sandbox; 0: no limits by address.",
    ),
    "Somebody with several accounts can rent more than one account may.",
  ),
  LEAST_CODES_PERCENT: weakerBelow(
    integer(
      10,
      0,
      100,
      "Of an account's orders that ended today, the part that got a code: with TRIES_PER_POOL or more without a code and fewer codes than this, it may rent once a minute; 0: nobody is slowed.",
    ),
    "An account that cancels nearly everything is slowed later, or never.",
  ),
  TERMS_VERSION: text(
    "",
    "Version of your TERMS_TEXT: when it changes, every account is asked to accept the statement on lawful use again before it rents live numbers.",
  ),
  TERMS_DAYS: weakerAboveOrNone(
    integer(
      365,
      0,
      3650,
      "After how many days an account is asked again for the statement on lawful use; 0: only when it changes.",
    ),
    "Customers are reminded less often, or never, of what they may use numbers for.",
  ),
  NEW_ACCOUNT_HOURS: weakerBelow(
    integer(
      24,
      0,
      8760,
      "How long an account that opened itself counts as the tier none, whatever it has proved; 0: not at all.",
    ),
    "Whoever opens an account after another can rent as much at once as a customer of some time.",
  ),
  TIER_OPEN_ORDERS: weakerWhen(
    perTier(
      integerText,
      "none=5 email=20 verified=0 business=0",
      "Live orders that an account of each tier may have open, if that is less than MAX_OPEN_ORDERS; 0: MAX_OPEN_ORDERS alone. A limit that the operator gave a customer counts instead.",
    ),
    { range: "0 or more than by default, for any tier", isWeaker: isLooser },
    "Customers whom nobody knows can hold more numbers at once.",
  ),
  TIER_SPEND_A_DAY: weakerWhen(
    perTier(
      moneyText,
      "none=20000.00 email=200000.00 verified=0.00 business=0.00",
      "What the live orders of an account of each tier may cost in a day (UTC), without those that were given back; 0: no limit.",
    ),
    { range: "0 or more than by default, for any tier", isWeaker: isLooser },
    "Customers whom nobody knows can rent more in a day.",
  ),
  SANCTIONED_COUNTRIES: weakerWhen(
    countryCodes(
      "CU,IR,KP",
      "Countries, by their ISO codes, whose numbers are neither listed nor rented; none: all are.",
    ),
    { range: "without a country of the default", isWeaker: lacksOne },
    "Numbers of countries under sanctions may be sold.",
  ),
  BANK_AND_STATE_MESSAGES: weakerAt(
    choice(
      "hidden",
      ["hidden", "shown"],
      "Whether messages of banks, payments and government that are recognized by sender or wording (catalog/never-shown.tsv) are kept from renters, whatever they rented.",
    ),
    "shown",
    "A renter may get into somebody else’s bank account or file at an office.",
  ),
  NEVER_SHOWN_SENDERS: longText(
    "",
    "More senders whose messages are never shown to renters, separated by semicolons, for one country's numbers with its code before: GTBank; NG: First Bank.",
  ),
  NEVER_SHOWN_TEXTS: longText(
    "",
    "More phrases that keep a message from renters, separated by semicolons, for one country's numbers with its code before: GB: council tax.",
  ),
  SANDBOX_LIMIT: weakerAboveOrNone(
    integer(
      600,
      0,
      1000000,
      "Rents and messages that an account may make in the sandbox in ten minutes; 0: nothing in the sandbox is limited.",
    ),
    "One account can put more load on the server through the sandbox.",
  ),
  SANDBOX_ORDER_MESSAGES: weakerAbove(
    integer(50, 1, 100000, "Messages that an account may send itself to one of its sandbox orders."),
    "One account can store more messages in the sandbox.",
  ),
  SANDBOX_MESSAGES_A_DAY: weakerAbove(
    integer(5000, 1, 1000000, "Messages that an account may send itself in the sandbox in a day."),
    "One account can store more messages in the sandbox.",
  ),
  QUARANTINE_DAYS: weakerBelow(
    integer(
      180,
      0,
      3650,
      "How long a number that got a message is not sold to anybody for the services it was about, or related ones, and messages about them go only to its renter. The renter's account remains until the service gives the number up: if this setting is shorter, the next renter can get into it.",
    ),
    "A number is sold again while services may still take it for the earlier renter’s, so the next renter can get into that account.",
  ),
  WHOLE_NUMBER_REST_DAYS: weakerBelow(
    integer(
      45,
      0,
      3650,
      "How long a number rests for every service after an order for the whole number (Any other) that got a message.",
    ),
    "A number that was rented for every service is sold again sooner, while codes for its earlier renter may still come.",
  ),
  REUSE_SECONDS: weakerBelow(
    integer(600, 0, 86400, "How long a number rests for a service after an order without a code."),
    "A number is sold again sooner after an order without a code, so a late code is more likely to reach the next renter.",
  ),
  TRIES_PER_POOL: weakerAboveOrNone(
    integer(
      50,
      0,
      1000000,
      "Orders without a code that an account may have in one pool in a day; each code that it gets there offsets three of them; 0: no limit.",
    ),
    "One account can rent more numbers in a day without using them.",
  ),
  SUPPLIER_SECONDS: integer(
    10,
    1,
    25,
    "How long a supplier may take to answer; a rent then goes on to the next pool.",
  ),
  PARTS_SECONDS: integer(
    90,
    1,
    3600,
    "How long the parts of a long message wait for each other; then the parts that arrived are shown as incomplete.",
  ),
  SANDBOX_MESSAGE_SECONDS: integer(
    3,
    0,
    3600,
    "Seconds until a message arrives on a sandbox number; 0: none arrives automatically.",
  ),
  LOW_BALANCE: money("500.00", "A wallet that falls below this gets the event wallet.low."),
  DEFAULT_PRICE: money("450.00", "Price of a number in the pools that the first start creates."),
  METRICS_TOKEN: secret(
    bearerToken(
      "Bearer token for /metrics; without one, /metrics only answers requests from this machine that did not come through a proxy.",
    ),
  ),
  LARGE_AMOUNT: weakerAboveOrNone(
    money(
      "500000.00",
      "An operator must type this amount or more twice before it is credited or taken out; 0: never.",
    ),
    "Larger amounts are credited or taken out without being typed twice.",
  ),
  DEMO_BALANCE: money(
    "5000.00",
    "Balance of the live wallet of the demo account that the first start creates.",
  ),
  RATE_LIMIT: weakerAboveOrNone(
    integer(
      100,
      0,
      1000000,
      "Requests an account may make per second on average, over ten seconds, with all its keys and members; 0: no limit, also not by address.",
    ),
    "One account can send more requests, to try out numbers or to slow the server for others.",
  ),
  OVERLOAD_MILLISECONDS: integer(
    100,
    0,
    60000,
    "Waiting time inside the server beyond which new requests are refused with 503 and Retry-After; 0: nothing is refused.",
  ),
  SLOW_STATEMENT_MILLISECONDS: integer(
    500,
    0,
    60000,
    "Database statements that take longer are logged, without their values; 0: nothing is logged.",
  ),
  MESSAGE_RETENTION_DAYS: weakerAbove(
    integer(30, 1, 3650, "Days after which message texts and codes are erased."),
    "Texts and codes are stored longer than the service needs.",
  ),
  EVENT_RETENTION_DAYS: weakerAbove(
    integer(7, 1, 3650, "Days for which an event stream can be resumed."),
    "Events, which say who rented what, are stored longer than streams need.",
  ),
  EVIDENCE_DAYS: weakerAbove(
    integer(
      90,
      1,
      3650,
      "Days after which documents that show who a customer is are erased, counted from the decision, or from the request if nobody decided.",
    ),
    "Documents that show who customers are stay stored longer than the decision needs.",
  ),
  ABUSE_MAILBOX: mailbox(
    "",
    "Address for reports of abuse, shown at /report and with the terms, that is also told of every new case; default: reports come by the form at /report only.",
  ),
  ABUSE_DECISION_DAYS: weakerAbove(
    integer(
      7,
      1,
      365,
      "Days within which a report of abuse, or an appeal, is decided; reporters are told the date.",
    ),
    "Reports of abuse wait longer for a decision.",
  ),
  ABUSE_APPEAL_DAYS: weakerBelow(
    integer(
      180,
      1,
      3650,
      "Days within which the reporter and the customer may appeal a decision about a report.",
    ),
    "Reporters and customers have less time to appeal a decision than the six months of the EU's Digital Services Act.",
  ),
  CASE_RETENTION_DAYS: weakerAbove(
    integer(
      1095,
      30,
      36500,
      "Days after its decision until everything about people is erased from a report of abuse or a request of an authority; what remains is that there was one.",
    ),
    "What people reported, and whom authorities asked about, is stored longer than usual.",
  ),
  SIGN_UP: choice("open", ["open", "closed"], "Whether anybody may open an account in the dashboard."),
  SMTP_URL: secret(
    mailServer(
      "Mail server for links to confirm an address or set a password; without one the operator finds the links in the dashboard.",
    ),
  ),
  MAIL_FROM: mailbox("ZapOTP <zapotp@localhost>", "Sender of those mails."),
  AUDIT_ANCHOR_FILE: weakerAt(
    text(
      "",
      "File that gets a line a day, with which `zapotp audit verify` proves that the audit log was not rewritten: best on another machine's disk. Default: audit-anchors.jsonl in DATA_DIR; none: no file.",
    ),
    "none",
    "No file outside the database can prove that the audit log was not rewritten.",
  ),
  AUDIT_MAILBOX: mailbox("", "Who gets the same line by e-mail every day; default: nobody."),
  TOP_UP_INSTRUCTIONS: text(
    "Ask the operator to top up your wallet, and say your user name.",
    "What customers read in the dashboard about how to pay.",
  ),
  PUBLIC_PRICES: choice(
    "shown",
    ["shown", "hidden"],
    "Whether visitors who are not signed in see prices and success rates at /prices.",
  ),
  TERMS_TEXT: longText(
    "",
    "Your terms of service, shown at /terms instead of the general ones; everybody who signs up accepts the statement on lawful use in any case.",
  ),
} as const;

export type Config = {
  readonly [Name in keyof typeof settings]: ReturnType<(typeof settings)[Name]["parse"]>;
};

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

/** A setting that protects people less than its default: what it is, what the default is, and what that means. */
export interface WeakenedSetting {
  name: string;
  value: string;
  default: string;
  sentence: string;
}

/** Every setting that protects people less than its default does. */
export function listWeakenedSettings(config: Config): WeakenedSetting[] {
  return Object.entries<Setting<unknown>>(settings).flatMap(([name, { weaker, show, defaultText }]) => {
    const value = config[name as keyof Config];
    return weaker?.isWeaker(value)
      ? [{ name, value: show(value), default: defaultText, sentence: weaker.sentence }]
      : [];
  });
}

/** The settings as they may be shown to the operator: for secrets, only whether they are set. */
export function showSettings(
  config: Config,
): { name: string; value: string; default: string; about: string }[] {
  return Object.entries<Setting<unknown>>(settings).map(([name, setting]) => {
    const value = setting.show(config[name as keyof Config]);
    const shown = setting.isSecret && value !== "" ? "set" : value;
    return { name, value: shown, default: setting.defaultText, about: setting.sentence };
  });
}
