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

const weaker = <T>(
  setting: Setting<T>,
  range: string,
  isWeaker: (value: T, fallback: T) => boolean,
  sentence: string,
): Setting<T> => {
  const fallback = setting.parse("", setting.defaultText);
  return { ...setting, weaker: { range, isWeaker: (value) => isWeaker(value, fallback), sentence } };
};
