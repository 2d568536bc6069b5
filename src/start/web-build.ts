import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { projectRoot } from "../kit/paths.ts";

const web = join(projectRoot, "web");
const dist = join(web, "dist");
const vite = join(projectRoot, "node_modules", "vite", "bin", "vite.js");
const stampName = ".stamp";
const abandonedMilliseconds = 600_000;
/** How much of a failed build's output is shown; `vite build` shows all of it. */
const longestComplaint = 600;
/** Compressing smaller files gains nothing. */
const leastToCompress = 1024;

/**
 * The folder of the dashboard's pages, built from web/ first if they are missing or their source has changed; null if
 * there is nothing to build. A build that fails leaves the server without pages, not without its API.
 */
export async function buildWeb(say: (line: string) => void, signal?: AbortSignal): Promise<string | null> {
  if (!existsSync(join(web, "index.html"))) return null;
  const stamp = hashSources();
  const built = join(dist, stampName);
  const isBuilt = (): boolean => existsSync(built) && readFileSync(built, "utf8") === stamp;
  if (isBuilt()) return dist;
  say("Building the dashboard (this once)…");
  const fresh = join(web, `dist-${process.pid}`);
  removeAbandoned();
  try {
    await runVite(fresh, signal);
    compress(fresh);
    writeFileSync(join(fresh, stampName), stamp);
    // Another process may have built the same meanwhile, and serve from there already.
    if (isBuilt()) rmSync(fresh, { recursive: true, force: true });
    else replaceBy(fresh);
    return dist;
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    signal?.throwIfAborted();
    say(`The dashboard could not be built; the API works without it. ${(error as Error).message}`);
    return existsSync(built) ? dist : null;
  }
}

/** The folder is missing for a moment only, however long it takes to delete the one before. */
function replaceBy(fresh: string): void {
  const before = `${fresh}-before`;
  if (existsSync(dist)) renameSync(dist, before);
  renameSync(fresh, dist);
  rmSync(before, { recursive: true, force: true });
}

/** Left by builds that were killed; younger ones may belong to another start. */
function removeAbandoned(): void {
  for (const name of globSync("dist-*", { cwd: web })) {
    const path = join(web, name);
    if (Date.now() - statSync(path).mtimeMs > abandonedMilliseconds)
      rmSync(path, { recursive: true, force: true });
  }
}

/** A hash of everything that goes into a build. */
function hashSources(): string {
  const files = globSync("**/*", {
    cwd: web,
    exclude: (path) => /^(dist|dist-[^/]*|node_modules)(\/|$)/.test(path),
  });
  const hash = createHash("sha256");
  for (const file of ["package-lock.json", "catalog/services.tsv", "CHANGELOG.md"])
    hash.update(readFileSync(join(projectRoot, file)));
  for (const file of files.toSorted()) {
    const path = join(web, file);
    if (statSync(path).isFile()) hash.update(`\0${file}\0`).update(readFileSync(path));
  }
  return hash.digest("hex");
}

function runVite(outDir: string, signal?: AbortSignal): Promise<void> {
  const args = [
    vite,
    "build",
    "--config",
    join(web, "vite.config.ts"),
    "--outDir",
    outDir,
    "--logLevel",
    "error",
  ];
  return new Promise((resolve, reject) => {
    let output = "";
    const child = spawn(process.execPath, args, { cwd: web, signal, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.on("data", (chunk: Buffer) => void (output += chunk.toString("utf8")));
    child.stderr.on("data", (chunk: Buffer) => void (output += chunk.toString("utf8")));
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0
        ? resolve()
        : reject(
            new Error(
              stripVTControlCharacters(output).trim().slice(0, longestComplaint) || `vite ended with ${code}`,
            ),
          ),
    );
  });
}

/** Compressed once here, as small as possible, not at every request; browsers only ask for brotli over TLS. */
function compress(folder: string): void {
  for (const file of globSync("**/*.{js,css,html,svg,json}", { cwd: folder })) {
    const path = join(folder, file);
    const bytes = readFileSync(path);
    if (bytes.length < leastToCompress) continue;
    const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }));
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }));
  }
}
