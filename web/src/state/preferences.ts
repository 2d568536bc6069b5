import { createStored } from "./stored.ts";

export const soundOn = createStored("zap-sound", false);
export const noticeOn = createStored("zap-notice", false);
export const copyPlus = createStored("zap-copy-plus", false);
export const codeDigits = createStored("zap-code-digits", false);
export const recentServices = createStored<string[]>("zap-recent-services", []);
export const favouriteServices = createStored<string[]>("zap-favourite-services", []);
export const recentCountries = createStored<string[]>("zap-recent-countries", []);
/** The members who dismissed their first steps in this browser. */
export const dismissedChecklists = createStored<number[]>("zap-first-steps-dismissed", []);

/** The newest first, at most eight. */
export const withRecent = (list: string[], entry: string): string[] =>
  [entry, ...list.filter((one) => one !== entry)].slice(0, 8);
