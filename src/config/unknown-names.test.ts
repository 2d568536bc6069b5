import assert from "node:assert/strict";
import { test } from "node:test";
import { settings } from "../config.ts";
import { findUnknown } from "./unknown-names.ts";

const known = Object.keys(settings);
const about = (name: string) => findUnknown([name], known)[0];

test("a misspelt setting is told apart from another program's variables", () => {
  const slips: Record<string, string> = {
    CURENCY: "CURRENCY",
    DATABSE_URL: "DATABASE_URL",
    DATABASE_ULR: "DATABASE_URL",
    DATABASEURL: "DATABASE_URL",
    "DATABASE-URL": "DATABASE_URL",
    URL_DATABASE: "DATABASE_URL",
    ZAPOTP_DATABASE_URL: "DATABASE_URL",
    ZAP_PORT: "PORT",
    PROT: "PORT",
    port: "PORT",
    ENCRYPTIONKEY: "ENCRYPTION_KEY",
    ENCRYPTION_KEYS: "ENCRYPTION_KEY",
    DATADIR: "DATA_DIR",
    TRUSTED_PROXY: "TRUSTED_PROXIES",
  };
  for (const [name, meant] of Object.entries(slips))
    assert.deepEqual(about(name), { name, meant, isSlip: true }, name);
});

test("a partial name is only a hint; other programs' names are neither", () => {
  assert.deepEqual(about("BASE_URL"), { name: "BASE_URL", meant: "PUBLIC_BASE_URL", isSlip: false });
  for (const name of [
    "HOME",
    "HOSTNAME",
    "PATH",
    "PWD",
    "USER",
    "TZ",
    "NODE_ENV",
    "PGPASSWORD",
    "PGPORT",
    "POSTGRES_PASSWORD",
    "LANG",
    "SHELL",
    "TERM",
    "COMPOSE_PROJECT_NAME",
    "npm_config_cache",
    "INIT_CWD",
  ])
    // prettier-ignore
    assert.deepEqual(about(name), { name, meant: null, isSlip: false });
});

test("a setting is never unknown, and never a misspelling of another one", () => {
  assert.deepEqual(findUnknown(known, known), []);
  for (const name of known) {
    const [found] = findUnknown(
      [name],
      known.filter((other) => other !== name),
    );
    assert.equal(found?.isSlip, false, `${name} could be meant for ${found?.meant}`);
  }
});
