import { readFileSync } from "node:fs";
import { readCountryCode } from "./country-code.ts";

/** A sender, or a phrase in a text, whose messages no renter gets to see. */
export interface NeverShownEntry {
  kind: "sender" | "text";
  /** ISO 3166-1 alpha-2 of the number; null: every country. */
  country: string | null;
  /** The sender's name; for a text, a regular expression in any case. */
  pattern: string;
}

const file = new URL("../../../catalog/never-shown.tsv", import.meta.url);

/** The entries of `catalog/never-shown.tsv`. Throws an error that names the faulty line. */
export function readNeverShown(): NeverShownEntry[] {
  const lines = readFileSync(file, "utf8").trimEnd().split("\n").slice(1);
  return lines.map((line, place) => {
    const [kind = "", country = "", pattern = ""] = line.split("\t");
    if ((kind !== "sender" && kind !== "text") || !/^([A-Z]{2})?$/.test(country) || pattern === "")
      throw new Error(`never-shown.tsv, line ${place + 2}: ${line}`);
    return { kind, country: country === "" ? null : country, pattern };
  });
}

/** What the operator adds: names or phrases separated by semicolons, each with a country before a colon or for all. */
export function parseNeverShown(kind: NeverShownEntry["kind"], text: string): NeverShownEntry[] {
  const entries = text.split(";").map((entry) => entry.trim());
  return entries
    .filter((entry) => entry !== "")
    .map((entry) => {
      const [, code, words = entry] = /^([A-Z]{2}):\s*(.+)$/s.exec(entry) ?? [];
      const country = code === undefined ? null : readCountryCode(code);
      return { kind, country, pattern: kind === "text" ? RegExp.escape(words.trim()) : words.trim() };
    });
}
