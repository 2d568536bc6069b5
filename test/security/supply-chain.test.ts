import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { makeSbom } from "../../scripts/sbom.ts";
import { projectRoot } from "../../src/kit/paths.ts";

// The third-party packages that we ship: what they are, their licences, and whether they have known vulnerabilities.

interface Locked {
  version?: string;
  license?: string;
  resolved?: string;
  integrity?: string;
  dev?: boolean;
  devOptional?: boolean;
  optional?: boolean;
  hasInstallScript?: boolean;
}

const read = <T>(name: string): T => JSON.parse(readFileSync(join(projectRoot, name), "utf8")) as T;
const { packages } = read<{ packages: Record<string, Locked> }>("package-lock.json");
const manifest = read<{
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
}>("package.json");
const nameOf = (path: string): string =>
  path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
const all = Object.entries(packages).filter(([path]) => path !== "");
const shipped = all.filter(([, { dev }]) => !dev);

/** Those that only require attribution. */
const permissive = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT-0",
  "PostgreSQL",
  "Python-2.0",
  "Unlicense",
]);

/** Whether an SPDX expression can be satisfied with permissive licences alone. */
function isPermissive(expression: string): boolean {
  const plain = expression.replace(/[()]/g, "");
  return plain
    .split(" OR ")
    .some((choice) => choice.split(" AND ").every((one) => permissive.has(one.trim())));
}

/**
 * Vite builds the dashboard with it if it is installed. The MPL only covers its own files, which we do not change.
 */
const isLightningcss = (name: string): boolean => /^lightningcss(-|$)/.test(name);

test("every licence of what we ship is permissive", () => {
  assert.ok(
    isPermissive("(MIT OR GPL-3.0)") && !isPermissive("MIT AND GPL-3.0") && !isPermissive("AGPL-3.0"),
  );
  const others = shipped
    .filter(
      ([path, { license }]) =>
        !isPermissive(license ?? "none") && !(isLightningcss(nameOf(path)) && license === "MPL-2.0"),
    )
    .map(([path, { license }]) => `${nameOf(path)}: ${license ?? "none is named"}`);
  assert.deepEqual(others, []);
  assert.ok(shipped.length > 100);
});

test("every package is one version of the registry's, with the hash of what it must be", () => {
  const asked = { ...manifest.dependencies, ...manifest.devDependencies };
  for (const [name, version] of Object.entries(asked))
    assert.match(version, /^\d/, `${name} is not pinned: ${version}`);
  for (const [path, { version, resolved, integrity }] of all) {
    assert.match(version ?? "", /^\d+\.\d+\.\d+/, path);
    assert.match(integrity ?? "", /^sha512-/, `${path} has no hash`);
    if (resolved) assert.match(resolved, /^https:\/\/registry\.npmjs\.org\//, path);
  }
});

test("no package of ours runs anything when it is installed but those named", () => {
  const named = Object.keys(manifest.allowScripts);
  for (const name of named) assert.ok(packages[`node_modules/${name}`], `${name} is not installed`);
  // Others have scripts as well, but npm only runs those that are named (allowScripts).
  const unnamed = shipped.filter(
    ([path, { hasInstallScript, optional }]) =>
      hasInstallScript && !optional && !named.includes(nameOf(path)),
  );
  assert.deepEqual(
    unnamed.map(([path]) => nameOf(path)),
    [],
  );
});

test("the bill of materials names everything we ship, in CycloneDX 1.6", () => {
  const { bomFormat, specVersion, components, dependencies } = makeSbom();
  assert.deepEqual([bomFormat, specVersion], ["CycloneDX", "1.6"]);
  const listed = new Set(components.map(({ purl }) => decodeURIComponent(purl)));
  for (const [path, { version }] of shipped)
    assert.ok(listed.has(`pkg:npm/${nameOf(path)}@${version}`), `${path} is missing`);
  assert.equal(listed.size, new Set(shipped.map(([path, { version }]) => `${nameOf(path)}@${version}`)).size);
  for (const { purl, licenses, hashes } of components) {
    assert.ok(licenses.length > 0, `${purl} has no licence`);
    assert.match(hashes[0]?.content ?? "", /^[0-9a-f]{128}$/, `${purl} has no hash`);
  }
  const refs = new Set(dependencies.map(({ ref }) => ref));
  for (const component of components) assert.ok(refs.has(component["bom-ref"]));
  for (const { dependsOn } of dependencies) for (const ref of dependsOn) assert.ok(refs.has(ref), ref);
});

test("npm knows of nothing serious against what we ship", (t) => {
  const { stdout } = spawnSync(
    "npm",
    ["audit", "--omit=dev", "--json", "--fetch-retries=0", "--fetch-timeout=20000"],
    {
      cwd: projectRoot,
      encoding: "utf8",
      timeout: 60_000,
    },
  );
  const report = JSON.parse(stdout || "{}") as {
    vulnerabilities?: Record<string, { severity: string; via: (string | { title: string })[] }>;
    message?: string;
  };
  if (!report.vulnerabilities) {
    // Offline, or a registry without the service: a check that did not happen must not look like success.
    t.skip(`the registry did not answer, so nothing is known: ${report.message ?? "no answer"}`);
    return;
  }
  const serious = Object.entries(report.vulnerabilities)
    .filter(([, { severity }]) => severity === "high" || severity === "critical")
    .map(
      ([name, { severity, via }]) =>
        `${name} (${severity}): ${via.map((cause) => (typeof cause === "string" ? cause : cause.title)).join("; ")}`,
    );
  assert.deepEqual(serious, []);
});
