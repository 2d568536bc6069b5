export const languages = ["curl", "python", "javascript"] as const;
export type Language = (typeof languages)[number];

/** One sample in every language. */
export type Sources = Record<Language, string>;
