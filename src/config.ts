import { ConfigError, type Setting } from "./config/setting.ts";
import { careSettings } from "./config/settings/care.ts";
import { limitsSettings } from "./config/settings/limits.ts";
import { ordersSettings } from "./config/settings/orders.ts";
import { pagesSettings } from "./config/settings/pages.ts";
import { serverSettings } from "./config/settings/server.ts";

/**
 * Every setting: its kind, its default, one sentence, and which values protect people less. Read from the environment,
 * and from `.env` in the folder the server is started in; the environment wins. `docs/configuration.md` is generated from
 * this table.
 */
export const settings = {
  ...serverSettings,
  ...ordersSettings,
  ...limitsSettings,
  ...careSettings,
  ...pagesSettings,
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
