import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const id = "virtual:service-icons";
/** Services whose icon has another name. */
const sameAs: Record<string, string> = {
  microsoft: "windows",
  twitter: "x",
  "whatsapp-business": "whatsapp",
  "google-voice": "google",
};
/** Icons with these names belong to somebody else. */
const strangers = new Set(
  "astro max presto turbo things smart metro neon hermes globus vivo bata".split(" "),
);

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");

/**
 * Creates the module `virtual:service-icons`: the icons of the catalogue's services that a free icon library has, by
 * slug. Only these are part of the pages, each as a separate file that is fetched when it becomes visible.
 */
export function serviceIcons(root: string): Plugin {
  return {
    name: "service-icons",
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load(source) {
      if (source !== `\0${id}`) return null;
      const found = findIcons(root);
      const imports = found.map(
        ([, file], index) => `import i${index} from ${JSON.stringify(`${file}?url`)};`,
      );
      const entries = found.map(([slug], index) => `${JSON.stringify(slug)}: i${index}`);
      return `${imports.join("\n")}\nexport default { ${entries.join(", ")} };\n`;
    },
  };
}

/** Slug and file of every service that has an icon. */
function findIcons(root: string): [string, string][] {
  const tabler = join(root, "node_modules/@tabler/icons/icons/outline");
  const simple = join(root, "node_modules/simple-icons/icons");
  const brands = new Map(
    readdirSync(tabler)
      .filter((file) => file.startsWith("brand-"))
      .map((file) => [plain(file.slice(6, -4)), join(tabler, file)]),
  );
  const lines = readFileSync(join(root, "catalog/services.tsv"), "utf8").trimEnd().split("\n").slice(1);
  return lines.flatMap((line): [string, string][] => {
    const [slug = "", name = ""] = line.split("\t");
    if (strangers.has(slug)) return [];
    const names = [sameAs[slug] ?? slug, name].map(plain);
    const files = names.flatMap((one) => [join(simple, `${one}.svg`), brands.get(one) ?? ""]);
    const file = files.find((path) => path !== "" && existsSync(path));
    return file === undefined ? [] : [[slug, file]];
  });
}
