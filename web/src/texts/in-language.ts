import type { fr } from "./fr.ts";
import { language } from "./language.ts";

type French = typeof fr;

/**
 * The French texts are in a chunk of their own, which is loaded only for French. Modules that take their texts from
 * here wait for it (top-level await), so nothing is shown in English first. If it cannot be loaded, the page is in
 * English. fr.ts must import none of the modules that wait here: that would be a deadlock.
 */
const french: French | undefined =
  language === "fr" ? (await import("./fr.ts").catch(() => undefined))?.fr : undefined;

if (french) document.documentElement.lang = "fr";

/** The texts of a file of en/, or of its twin in fr/. */
export const inLanguage = <File extends keyof French>(file: File, english: French[File]): French[File] =>
  french?.[file] ?? english;
