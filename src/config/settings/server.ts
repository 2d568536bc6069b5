import {
  bearerToken,
  choice,
  database,
  folder,
  hexadecimal,
  host,
  integer,
  mailbox,
  mailServer,
  networks,
  site,
} from "../kinds.ts";
import { secret } from "../setting.ts";
import { logLevels } from "../../kit/log.ts";

/** Where the server listens, what it is connected to, and how much it bears. */
export const serverSettings = {
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
  METRICS_TOKEN: secret(
    bearerToken(
      "Bearer token for /metrics; without one, /metrics only answers requests from this machine that did not come through a proxy.",
    ),
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
  SMTP_URL: secret(
    mailServer(
      "Mail server for links to confirm an address or set a password; without one the operator finds the links in the dashboard.",
    ),
  ),
  MAIL_FROM: mailbox("ZapOTP <zapotp@localhost>", "Sender of those mails."),
} as const;
