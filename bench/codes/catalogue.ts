/** The project's catalogue of services for the recognizer; empty if the file is missing. */
import { existsSync, readFileSync } from "node:fs";
import type { ServiceNames } from "../../src/domain/messages/service.ts";

/** Lines of `slug, name, category, aliases`, tab-separated; aliases separated by `|` or `,`. */
const FILE = new URL("../../catalog/services.tsv", import.meta.url);

export function readCatalogue(): ServiceNames[] {
  if (!existsSync(FILE)) return [];
  const [, ...lines] = readFileSync(FILE, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => {
    const [slug = "", name = "", , aliases = ""] = line.split("\t");
    return {
      slug,
      name,
      aliases: aliases
        .split(/[|,]/)
        .map((a) => a.trim())
        .filter(Boolean),
    };
  });
}
