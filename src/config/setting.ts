import type { Weaker } from "./weaker.ts";

/** A setting that cannot be used; the message names it and says what to write instead. */
export class ConfigError extends Error {}

export interface Setting<T> {
  /** What the value must be, as the end of a sentence. */
  kind: string;
  defaultText: string;
  /** What it is for. */
  sentence: string;
  /** Whether its value is never shown, not even in an error. */
  isSecret: boolean;
  /** Which values protect people less than the default; undefined: none does. */
  weaker?: Weaker<T>;
  /** The value as it was written. */
  show(value: T): string;
  /** Throws a ConfigError that begins with the setting's name. */
  parse(name: string, value: string): T;
}

/** What is wrong with a value, if more is known than that it is of the wrong kind: `begins with mysql://`. */
export class WrongValue extends Error {}

/** A setting of some kind: `read` returns null for other values, or throws WrongValue. */
export function setting<T>(
  kind: string,
  defaultText: string,
  sentence: string,
  read: (value: string) => T | null,
): Setting<T> {
  return {
    kind,
    defaultText,
    sentence,
    isSecret: false,
    show: String,
    parse(name, value) {
      try {
        const parsed = isQuoted(value) ? null : read(value);
        if (parsed !== null) return parsed;
      } catch (error) {
        if (!(error instanceof WrongValue)) throw error;
        throw new ConfigError(`${name} must be ${kind}; this one ${error.message}. ${sentence}`);
      }
      throw new ConfigError(complaint(this, name, value));
    },
  };
}

/** The same kind, but its value is never shown. */
export const secret = <T>(shown: Setting<T>): Setting<T> => ({ ...shown, isSecret: true });

/** `docker run --env-file` passes on the quotes that a shell, or our reader of `.env`, would have removed. */
const isQuoted = (value: string): boolean => /^(["'])(?:(?!\1).)*\1$/s.test(value);

function complaint({ kind, sentence, isSecret }: Setting<unknown>, name: string, value: string): string {
  const written = isSecret ? "" : `, not ${JSON.stringify(value)}`;
  const quotes = isQuoted(value) ? " Leave out the quotes around it." : "";
  return `${name} must be ${kind}${written}.${quotes} ${sentence}`;
}
