import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { projectRoot } from "../../kit/paths.ts";
import { isPage, pagePaths } from "./page-paths.ts";

test("the server knows every view of the dashboard, and no other", () => {
  const folder = join(projectRoot, "web/src/app/routes");
  const sources = globSync("*.ts", { cwd: folder }).map((file) => readFileSync(join(folder, file), "utf8"));
  const routed = sources.flatMap((source) =>
    [...source.matchAll(/\bpath: "([^"]+)"/g)].map(([, path]) => path),
  );
  assert.ok(routed.length > 20, String(routed.length));
  assert.deepEqual(pagePaths.toSorted(), routed.toSorted());
});

test("a page's address is whole, with a slash at its end or without", () => {
  for (const path of [
    "/",
    "/rent",
    "/rent/",
    "/operator",
    "/operator/",
    "/operator/customers/12",
    "/operator/pools/3/",
  ])
    assert.ok(isPage(path), path);
  for (const path of ["", "/Rent", "/rent//", "/rent/1", "/operator/customers/1/2", "/in/x", "/api/v1"])
    assert.ok(!isPage(path), path);
});
