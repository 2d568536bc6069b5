import type { fr } from "./fr.ts";
import { language } from "./language.ts";

type French = typeof fr;

/**
 * French is a file of its own, which only its readers load, before the modules that take their texts from here run:
 * nothing is ever shown in English first. If it cannot be loaded, the page is in English. It imports nothing that is
 * not its own: what waits for it could not be loaded before it.
 */
const french: French | undefined =
  language === "fr" ? (await import("./fr.ts").catch(() => undefined))?.fr : undefined;

if (french) document.documentElement.lang = "fr";

/** The texts of a file of en/, or of its twin in fr/. */
export const inLanguage = <File extends keyof French>(file: File, english: French[File]): French[File] =>
  french?.[file] ?? english;
