import { mkdirSync, mkdtempSync, rmSync, chmodSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { projectRoot } from "../src/kit/paths.ts";
import { openBrowser } from "../test/helpers/chromium.ts";
import { customerScreens, inSandbox, operatorScreens } from "../test/helpers/screens.ts";
import { reachDatabase } from "../src/edges/cli/database.ts";
import { customerName, fillShop, goodPassword } from "./seed/fill-shop.ts";
import { startServer } from "./seed/start-server.ts";

// node scripts/run.mjs scripts/screenshots.ts [folder] [light|dark]
// node scripts/run.mjs scripts/screenshots.ts readme      the two of README.md, into docs/images
//
// Starts the server on a separate database, fills it with data, and takes a screenshot of every page at 1280 and
// 390 px; prints the folder.

const sizes = {
  wide: { width: 1280, height: 900 },
  phone: { width: 390, height: 844 },
  readme: { width: 1280, height: 760 },
};
const publicPages = ["sign-in", "sign-up", "forgot", "reset", "confirm", "invitation"];
const operatorPages = [...operatorScreens, "operator/customers/2", "operator/pools/5"];

const [wanted, colorScheme = "light"] = process.argv.slice(2);
const forReadme = wanted === "readme";
const folder = forReadme
  ? join(projectRoot, "docs", "images")
  : (wanted ?? mkdtempSync(join(tmpdir(), "zapotp-screenshots-")));

async function picture(page: Page, path: string, name: string): Promise<void> {
  await page.goto(`/${path}`);
  await page.waitForLoadState("load");
  await page.locator("h1").first().waitFor();
  await page
    .locator("[class*=Skeleton]")
    .first()
    .waitFor({ state: "hidden", timeout: 5000 })
    .catch(() => {});
  await page.waitForTimeout(600); // Charts measure themselves first.
  const title = path.replace(/\?.*/, "").replaceAll("/", "-");
  const file = forReadme ? `${title}.png` : `${title}-${name}-${colorScheme}.png`;
  await page.screenshot({ path: join(folder, file), fullPage: !forReadme });
}

async function pictures(
  url: string,
  paths: string[],
  name: keyof typeof sizes,
  username?: string,
  password = "",
) {
  const browser = await openBrowser(url, sizes[name], colorScheme === "dark" ? "dark" : "light");
  try {
    if (username !== undefined) {
      const data = { username, password };
      const headers = { "x-requested-with": "zapotp" };
      await browser.context.request.post("/dashboard/api/sign-in", { data, headers });
    }
    for (const path of paths) await picture(browser.page, path, name);
    for (const fault of browser.faults) console.log(`${name}: ${fault}`);
  } finally {
    await browser.close();
  }
}

const dataDir = mkdtempSync(join(tmpdir(), "zapotp-screenshot-data-"));
chmodSync(dataDir, 0o711); // As root the database runs as another user, which needs access.
mkdirSync(folder, { recursive: true });
const { url, password, stop } = await startServer(dataDir);
try {
  const { db, close } = await reachDatabase({ DATABASE_URL: "", DATA_DIR: dataDir }, () => {});
  await fillShop(url, password ?? "", db).finally(close);
  if (forReadme) {
    await pictures(url, ["rent?country=US&service=whatsapp"], "readme", customerName, goodPassword);
    await pictures(url, ["operator"], "readme", "operator", goodPassword);
  }
  for (const name of forReadme ? [] : (["wide", "phone"] as const)) {
    await pictures(url, publicPages, name);
    await pictures(url, customerScreens.map(inSandbox), name, customerName, goodPassword);
    await pictures(url, operatorPages, name, "operator", goodPassword);
  }
  console.log(folder);
} finally {
  await stop();
  rmSync(dataDir, { recursive: true, force: true });
}
