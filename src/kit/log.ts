import { pino } from "pino";

export type Logger = Pick<pino.Logger, "debug" | "info" | "warn" | "error" | "fatal" | "child">;

export const logLevels = ["fatal", "error", "warn", "info", "debug", "silent"] as const;

/** Logs to standard output, one JSON object per line. Never pass it anything that holds a code, a text or a key. */
export function createLog(
  level: (typeof logLevels)[number],
  stream: pino.DestinationStream = pino.destination(1),
): pino.Logger {
  const options = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: withoutValues },
    redact: {
      paths: ["*.authorization", "*.api_key", "*.password", "*.secret", "*.token"],
      censor: "[hidden]",
    },
  };
  return pino(options, stream);
}

/** A database error's `detail` and `where` quote values of rows and parameters, so they are left out. */
function withoutValues(error: Error & { code?: string; constraint?: string }): object {
  const { name, message, stack, code, constraint, cause } = error;
  return {
    type: name,
    message,
    stack,
    code,
    constraint,
    cause: cause instanceof Error ? withoutValues(cause) : undefined,
  };
}
