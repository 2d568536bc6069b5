import { CommanderError } from "commander";
import { isReadOnly, isUnreachable } from "../../kit/db/errors.ts";
import { ServerTooOld } from "../../kit/db/server-version.ts";
import { Refusal } from "../../kit/errors.ts";
import { DataDirectoryInUse } from "../../kit/postgres-server/lock.ts";
import { PostgresUnavailable } from "../../kit/postgres-server/unavailable.ts";
import { ConfigError } from "../../config/setting.ts";

/** How a failure is reported: `code` for programs, `message` for people. */
export interface Failure {
  code: string;
  message: string;
  details: Record<string, unknown>;
  exitCode: 1 | 2;
  /** For unexpected errors. */
  stack?: string;
}

/** Refusals and failures end with 1, wrong usage with 2. */
export function explain(error: unknown): Failure {
  if (error instanceof Refusal) return failure(error.code, error.message, error.details);
  if (error instanceof ConfigError) return failure("wrong_setting", error.message);
  if (error instanceof CommanderError) {
    // A group without a command shows its help, which is not a sentence.
    const message =
      error.code === "commander.help" ? "A command is missing; --help lists them." : error.message;
    return { ...failure("usage", message), exitCode: 2 };
  }
  const { message, stack, code } = error as NodeJS.ErrnoException;
  if (error instanceof DataDirectoryInUse) return failure("database_in_use", message);
  if (error instanceof ServerTooOld) return failure("database_too_old", message);
  if (error instanceof PostgresUnavailable) return failure("database_unreachable", message);
  if (isReadOnly(error)) {
    return failure(
      "database_read_only",
      "The database takes no writes: DATABASE_URL leads to a standby, or to a server that was set so. Name the primary, or all servers, separated by commas.",
    );
  }
  if (isUnreachable(error)) {
    return failure(
      "database_unreachable",
      `The database cannot be reached: ${message || code}. Check DATABASE_URL; doctor tells more.`,
    );
  }
  return { ...failure("internal", message || String(error)), stack };
}

const failure = (code: string, message: string, details: Record<string, unknown> = {}): Failure => ({
  code,
  message,
  details,
  exitCode: 1,
});
