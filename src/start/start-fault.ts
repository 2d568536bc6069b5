import type { Config } from "../config.ts";
import { ConfigError } from "../config/setting.ts";
import { dataFolderFault } from "./data-folder.ts";
import { isReadOnly, isUnreachable, Unreachable } from "../kit/db/errors.ts";
import { ServerTooOld } from "../kit/db/server-version.ts";
import { SchemaTooNew } from "../kit/migrate.ts";
import { DataDirectoryInUse } from "../kit/postgres-server/lock.ts";
import { ServerEnded } from "../kit/postgres-server/server.ts";
import { PostgresUnavailable } from "../kit/postgres-server/unavailable.ts";
import { listeningFault } from "./listening.ts";

/** Errors whose message is a sentence for whoever starts the server. */
const explained = [
  ConfigError,
  SchemaTooNew,
  ServerTooOld,
  DataDirectoryInUse,
  PostgresUnavailable,
  ServerEnded,
];

const standby =
  "it leads to a standby, or to a server that was set to take no writes. Name the primary, or all servers, of which the primary is then found: postgres://user:password@one,other/name";

/** Why a start failed, as a sentence that names the setting to change; null if no setting would help. */
export function startFault(error: unknown, config: Config): string | null {
  const { message, code } = error as NodeJS.ErrnoException;
  if (explained.some((kind) => error instanceof kind)) return message;
  if (isReadOnly(error)) return `DATABASE_URL cannot be used: ${standby}`;
  if (error instanceof Unreachable) return `DATABASE_URL cannot be used: ${message}.`;
  if (code === "42501")
    return `DATABASE_URL cannot be used: ${message}. Its role must be able to make tables: let it own the database (alter database NAME owner to ROLE).`;
  const fault = listeningFault(error, config) ?? dataFolderFault(error, config);
  if (fault !== null) return fault;
  return isUnreachable(error) ? `The database was lost during the start: ${message || code}.` : null;
}
