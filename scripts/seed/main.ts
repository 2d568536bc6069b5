import { chmodSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { reachDatabase } from "../../src/edges/cli/database.ts";
import { projectRoot } from "../../src/kit/paths.ts";
import { customerName, fillShop, goodPassword } from "./fill-shop.ts";
import { startServer } from "./start-server.ts";

// npm run seed [folder]     a shop with two days of history, in a separate folder (default: data-seed)

const folder = process.argv[2] ?? "data-seed";
const dataDir = resolve(projectRoot, folder);
if (existsSync(dataDir) && readdirSync(dataDir).length > 0) {
  console.error(`${folder} is not empty. Remove it, or name another folder: npm run seed -- FOLDER`);
  process.exit(1);
}
mkdirSync(dataDir, { recursive: true });
chmodSync(dataDir, 0o711); // As root the database runs as another user, which needs access.
console.log("Making a shop with two days of history; this takes about a minute…");
const { url, password, stop } = await startServer(dataDir);
try {
  const { db, close } = await reachDatabase({ DATABASE_URL: "", DATA_DIR: dataDir }, () => {});
  await fillShop(url, password ?? "", db).finally(close);
} finally {
  await stop();
}
console.log(`Done. Look at it with:

  DATA_DIR=${folder} npm run dev

Sign in as the operator ("operator") or as a customer ("${customerName}"); the password of both is

  ${goodPassword}`);
