/** The languages of the dashboard, in their own words. */
export const languages = { en: "English", fr: "Français" } as const;
export type Language = keyof typeof languages;

/** How each writes numbers, days and names of countries. */
const locales: Record<Language, string> = { en: "en-GB", fr: "fr-FR" };

const name = "zap-language";
const isOurs = (text: string | null | undefined): text is Language =>
  text !== null && text !== undefined && text in languages;

/** The language chosen in this browser, else the first that it prefers among ours, else English. */
export const language = readChoice() ?? readPreference() ?? "en";
export const locale = locales[language];

/** Keeps the choice in this browser and loads the page again, in that language. */
export function chooseLanguage(chosen: Language): void {
  try {
    localStorage.setItem(name, chosen);
  } catch {
    return; // Nothing can be kept here, so the next page would not know of it.
  }
  location.reload();
}

function readChoice(): Language | undefined {
  try {
    const kept = localStorage.getItem(name);
    return isOurs(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

function readPreference(): Language | undefined {
  if (typeof document === "undefined") return undefined; // Tests, whose texts must not depend on their machine.
  return navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isOurs);
}
