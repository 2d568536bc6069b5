import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../src/kit/paths.ts";

// npm run -s sbom > sbom.json    the third-party packages that ZapOTP ships (CycloneDX 1.6), from package-lock.json

interface Locked {
  version: string;
  license?: string;
  integrity?: string;
  dev?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

interface Component {
  type: "library";
  "bom-ref": string;
  name: string;
  version: string;
  purl: string;
  licenses: { expression: string }[];
  hashes: { alg: "SHA-512"; content: string }[];
}

interface Sbom {
  bomFormat: "CycloneDX";
  specVersion: "1.6";
  version: 1;
  metadata: { component: { type: "application"; "bom-ref": string; name: string; version: string } };
  components: Component[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

const marker = "node_modules/";
const nameOf = (path: string): string => path.slice(path.lastIndexOf(marker) + marker.length);
const purlOf = (name: string, version: string): string => `pkg:npm/${name.replace("@", "%40")}@${version}`;

/** The bill of materials: without time and serial number, so that the same lockfile always gives the same result. */
export function makeSbom(): Sbom {
  const lock = JSON.parse(readFileSync(join(projectRoot, "package-lock.json"), "utf8")) as {
    version: string;
    packages: Record<string, Locked>;
  };
  const shipped = Object.entries(lock.packages).filter(([path, { dev }]) => path !== "" && !dev);
  const refOf = (path: string): string => purlOf(nameOf(path), (lock.packages[path] as Locked).version);
  const paths = new Set(shipped.map(([path]) => path));
  const self = `pkg:npm/zapotp@${lock.version}`;

  /** Where Node finds a package that the package at `from` requires. */
  function resolve(from: string, name: string): string | undefined {
    for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf(marker) - 1))) {
      const path = `${folder === "" ? "" : `${folder}/`}${marker}${name}`;
      if (paths.has(path)) return path;
      if (folder === "") return undefined;
    }
  }
  const dependsOn = (path: string): string[] => {
    const { dependencies, optionalDependencies, peerDependencies } = lock.packages[path] as Locked;
    const names = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });
    return [...new Set(names.flatMap((name) => resolve(path, name) ?? []).map(refOf))].toSorted();
  };

  const components = new Map<string, Component>();
  const edges = new Map<string, Set<string>>([[self, new Set(dependsOn(""))]]);
  for (const [path, { version, license = "NOASSERTION", integrity = "" }] of shipped) {
    const ref = refOf(path);
    components.set(ref, {
      type: "library",
      "bom-ref": ref,
      name: nameOf(path),
      version,
      purl: ref,
      licenses: [{ expression: license }],
      hashes: [
        { alg: "SHA-512", content: Buffer.from(integrity.replace(/^sha512-/, ""), "base64").toString("hex") },
      ],
    });
    edges.set(ref, new Set([...(edges.get(ref) ?? []), ...dependsOn(path)]));
  }
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: { type: "application", "bom-ref": self, name: "zapotp", version: lock.version } },
    components: [...components.values()],
    dependencies: [...edges].map(([ref, needs]) => ({ ref, dependsOn: [...needs] })),
  };
}

if (import.meta.main) console.log(JSON.stringify(makeSbom(), null, 2));
