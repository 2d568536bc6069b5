import { readConfig, settings, type Config } from "../config.ts";
import { readEnvFile } from "./env-file.ts";
import { ConfigError } from "./setting.ts";
import { findUnknown, type UnknownName } from "./unknown-names.ts";

export interface Loaded {
  config: Config;
  /** Warnings about lines that have no effect, or may have been meant differently. */
  notes: string[];
}

type Environment = Record<string, string | undefined>;

/**
 * The settings of the environment and of `.env`; the environment wins. Throws a ConfigError that names everything
 * unusable.
 */
export function loadConfig(environment: Environment, path = ".env"): Loaded {
  const { values, lines } = readEnvFile(path);
  const unknown = findUnknown(Object.keys(values), Object.keys(settings));
  const slips = unknown.filter(({ isSlip }) => isSlip);
  if (slips.length > 0) throw new ConfigError(slips.map((slip) => toldOf(slip, path)).join("\n"));
  const notes = [
    ...unknown.map((name) => toldOf(name, path)),
    ...[...lines].flatMap(([name, places]) => (places.length > 1 ? [toldTwice(name, places, path)] : [])),
    ...slipsIn(environment).map((slip) => toldOf(slip, "the environment")),
  ];
  for (const [name, value] of Object.entries(values)) environment[name] ??= value;
  return { config: readConfig(environment), notes };
}

/** The environment is full of variables of other programs, so we only warn about names that look like ours. */
const slipsIn = (environment: Environment): UnknownName[] =>
  findUnknown(Object.keys(environment), Object.keys(settings)).filter(
    ({ name, isSlip }) => isSlip && name.length > shortestTold,
  );
/** Shorter names are too similar to each other (HOST, HOME). */
const shortestTold = 5;

const toldOf = ({ name, meant }: UnknownName, place: string): string =>
  `${name} in ${place} is no setting${meant === null ? " of ZapOTP" : `; did you mean ${meant}?`}${meant === null ? "." : ""}`;

const toldTwice = (name: string, places: number[], path: string): string =>
  `${name} stands on lines ${places.join(" and ")} of ${path}; the last one counts.`;
