import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { projectRoot } from "../../src/kit/paths.ts";
import { createTestDatabase } from "../helpers/postgres.ts";

// `npm ci --omit=dev && npm start` needs nothing from the development packages.

interface Lockfile {
  packages: Record<string, { dev?: boolean; devOptional?: boolean }>;
}
const readJson = <T>(path: string): T => JSON.parse(readFileSync(join(projectRoot, path), "utf8")) as T;

test("whatever is imported to serve, and to build the pages, is among the dependencies", () => {
  const { dependencies } = readJson<{ dependencies: Record<string, string> }>("package.json");
  const files = globSync(["src/**/*.ts", "web/**/*.{ts,tsx}"], { cwd: projectRoot }).filter(
    (file) => !/\.test\.ts$|node_modules|\.d\.ts$/.test(file),
  );
  assert.ok(files.length > 500);
  const wanted = files.flatMap((file) => {
    const text = readFileSync(join(projectRoot, file), "utf8");
    const imports = text.matchAll(
      /^(?:import|export)\s+(?!type\b)(?:[^"';]*?\bfrom\s+)?"([^"]+)"|\bimport\("([^"]+)"\)/gm,
    );
    return [...imports].map(([, fixed, lazy]) => ({ file, name: fixed ?? lazy ?? "" }));
  });
  const missing = wanted
    .filter(({ name }) => !/^(\.|node:|virtual:|#)/.test(name))
    .map(({ file, name }) => ({
      file,
      name: name
        .split("/")
        .slice(0, name.startsWith("@") ? 2 : 1)
        .join("/"),
    }))
    .filter(({ name }) => !(name in dependencies));
  assert.deepEqual(missing, []);
});

/** A checkout with only the packages that serving needs, as `npm ci --omit=dev` leaves it. */
function checkout(): string {
  const root = mkdtempSync(join(tmpdir(), "zapotp-production-"));
  const tracked = spawnSync("git", ["ls-files", "src", "web", "catalog", "migrations", "scripts"], {
    cwd: projectRoot,
    encoding: "utf8",
  });
  const files = [
    ...tracked.stdout.split("\n").filter(Boolean),
    "package.json",
    "package-lock.json",
    "CHANGELOG.md",
    "tsconfig.json",
  ];
  for (const file of files.filter((path) => existsSync(join(projectRoot, path)))) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    cpSync(join(projectRoot, file), join(root, file));
  }
  const installed = readJson<Lockfile>("node_modules/.package-lock.json");
  const { packages } = readJson<Lockfile>("package-lock.json");
  const kept = Object.keys(installed.packages).filter(
    (path) => !packages[path]?.dev && !packages[path]?.devOptional,
  );
  // Nested packages come with their parents.
  for (const path of kept.filter((one) => one.lastIndexOf("node_modules/") === 0)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    const linked = spawnSync("cp", ["-al", join(projectRoot, path), join(root, path)]);
    assert.equal(linked.status, 0, String(linked.stderr));
  }
  const left = Object.fromEntries(kept.map((path) => [path, installed.packages[path]]));
  writeFileSync(
    join(root, "node_modules/.package-lock.json"),
    JSON.stringify({ ...installed, packages: left }),
  );
  return root;
}

test("without the development packages the server starts, serves API and pages, and installs nothing", async (t) => {
  const root = checkout();
  const database = await createTestDatabase();
  const child = spawn(process.execPath, ["scripts/run.mjs", "src/main.ts"], {
    cwd: root,
    env: {
      PATH: process.env["PATH"],
      DATABASE_URL: database.connectionString,
      ENCRYPTION_KEY: "5a".repeat(32),
      DATA_DIR: join(root, "data"),
      HOST: "127.0.0.1",
      PORT: "0",
      LOG_LEVEL: "silent",
      PUBLIC_BASE_URL: "https://otp.example.com",
    },
  });
  const ended = once(child, "exit");
  t.after(async () => {
    child.kill("SIGTERM");
    await ended;
    await database.drop();
    rmSync(root, { recursive: true, force: true });
  });
  let told = "";
  child.stderr.on("data", (chunk) => (told += chunk));
  let url: string | undefined;
  for await (const line of createInterface(child.stdout)) {
    told += `${line}\n`;
    url = /ready at (\S+)/.exec(line)?.[1];
    if (url) break;
  }
  assert.ok(url, told);
  assert.doesNotMatch(told, /Installing/i);
  assert.match(told, /^Warning: PUBLIC_BASE_URL is https and TRUSTED_PROXIES is empty/m);
  assert.equal((await fetch(`${url}/healthz`)).status, 200);
  const page = await fetch(`${url}/sign-in`, { headers: { accept: "text/html" } });
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(await page.text())?.[1];
  assert.equal((await fetch(new URL(script ?? "/none", url))).status, 200, "its pages were built");
  assert.equal((await fetch(`${url}/docs`, { headers: { accept: "text/html" } })).status, 200);
});
