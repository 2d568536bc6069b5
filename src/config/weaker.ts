import type { Setting } from "./setting.ts";

/** When a setting protects people less than its default does, and what that means for them. */
export interface Weaker<T> {
  /** Which values, as the end of a sentence: `less than 180`. */
  range: string;
  isWeaker(value: T): boolean;
  /** The consequence, as a sentence. */
  sentence: string;
}

/** A lower value than the default protects less. */
export const weakerBelow = (setting: Setting<number>, sentence: string): Setting<number> =>
  weaker(setting, `less than ${setting.defaultText}`, (value, fallback) => value < fallback, sentence);

/** A higher value than the default protects less. */
export const weakerAbove = (setting: Setting<number>, sentence: string): Setting<number> =>
  weaker(setting, `more than ${setting.defaultText}`, (value, fallback) => value > fallback, sentence);

/** A limit of which 0 stands for no limit at all. */
export const weakerAboveOrNone = (setting: Setting<number>, sentence: string): Setting<number> =>
  weaker(
    setting,
    `0 or more than ${setting.defaultText}`,
    (value, fallback) => value === 0 || value > fallback,
    sentence,
  );

/** One value protects less than all others. */
export const weakerAt = <T>(setting: Setting<T>, value: T, sentence: string): Setting<T> =>
  weaker(setting, String(value), (given) => given === value, sentence);

/** Any other comparison with the default. */
export const weakerWhen = <T>(
  setting: Setting<T>,
  { range, isWeaker }: { range: string; isWeaker: (value: T, fallback: T) => boolean },
  sentence: string,
): Setting<T> => weaker(setting, range, isWeaker, sentence);

/** Whether one of several limits is higher than its default, or none at all (0). */
export const isLooser = <Name extends string>(
  limits: Record<Name, number>,
  fallback: Record<Name, number>,
): boolean =>
  (Object.keys(limits) as Name[]).some(
    (name) => fallback[name] !== 0 && (limits[name] === 0 || limits[name] > fallback[name]),
  );

/** Whether a list lacks an entry of the default. */
export const lacksOne = (list: readonly string[], fallback: readonly string[]): boolean =>
  fallback.some((entry) => !list.includes(entry));

const weaker = <T>(
  setting: Setting<T>,
  range: string,
  isWeaker: (value: T, fallback: T) => boolean,
  sentence: string,
): Setting<T> => {
  const fallback = setting.parse("", setting.defaultText);
  return { ...setting, weaker: { range, isWeaker: (value) => isWeaker(value, fallback), sentence } };
};
