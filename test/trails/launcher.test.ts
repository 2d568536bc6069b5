import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { projectRoot } from "../../src/kit/paths.ts";

// scripts/run.mjs before anything is installed.

const checkout = mkdtempSync(join(tmpdir(), "zapotp-checkout-"));
mkdirSync(join(checkout, "scripts"));
for (const file of ["scripts/run.mjs", "package.json", "package-lock.json"])
  copyFileSync(join(projectRoot, file), join(checkout, file));
after(() => rmSync(checkout, { recursive: true }));

/** Every write fails as on a read-only disk, or in somebody else's folder; root may write anywhere. */
const preload = (code: string): string => `
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
fs.writeFileSync = (path) => {
  throw Object.assign(new Error("${code}: not to be written, open '" + path + "'"), { code: "${code}" });
};
syncBuiltinESMExports();`;

for (const code of ["EROFS", "EACCES"]) {
  test(`a checkout without packages that cannot be written (${code}) is told in a sentence`, () => {
    const patch = join(checkout, `${code}.mjs`);
    writeFileSync(patch, preload(code));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["--import", patch, join(checkout, "scripts/run.mjs"), "src/main.ts"],
      { env: { PATH: process.env["PATH"] }, encoding: "utf8" },
    );
    assert.deepEqual([status, stdout], [1, ""]);
    assert.equal(
      stderr,
      `The packages are not installed, and nothing can be written in ${checkout}/ (${code}). Install them as the user who owns that folder, or where it can be written: npm ci\n`,
    );
  });
}
