import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { listWeakenedSettings, readConfig, settings, showSettings } from "./config.ts";
import { loadConfig } from "./config/load.ts";
import { ConfigError, type Setting } from "./config/setting.ts";

const table = Object.entries<Setting<unknown>>(settings);

/** The errors that stop the start, as the operator reads them. */
function faultsOf(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    assert.ok(error instanceof ConfigError, String(error));
    return error.message;
  }
  return "";
}

test("an empty environment is a complete configuration", () => {
  const config = readConfig({});
  assert.equal(config.HOST, "127.0.0.1");
  assert.equal(config.PORT, 8080);
  assert.equal(config.DATA_DIR, "./data");
  assert.equal(config.ACTIVATION_SECONDS, 1200);
  assert.equal(config.CANCEL_LOCK_SECONDS, 120);
  assert.equal(config.MAX_OPEN_ORDERS, 20);
  assert.equal(config.SANDBOX_MESSAGE_SECONDS, 3);
  assert.equal(config.DEFAULT_PRICE, 45_000);
});

test("every setting has a default that it takes itself, and a sentence", () => {
  for (const [name, setting] of table) {
    assert.doesNotThrow(() => setting.parse(name, setting.defaultText), name);
    assert.match(setting.sentence, /^[A-Z0-9].*[.]$/, name);
  }
});

/** Values that each kind of setting accepts and refuses, at the edges, for every kind in use. */
const kinds: [kind: RegExp, good: string[], wrong: string[]][] = [
  ...[2000, 50_000].map((longest): [RegExp, string[], string[]] => [
    new RegExp(`^a text of at most ${longest} `),
    ["Pay to 0123", 'Say "top up"', "x".repeat(longest)],
    ["x".repeat(longest + 1), "a\u0007b"],
  ]),
  [
    /^an amount for each tier, as none=5 /,
    ["none=5 email=20 verified=0 business=0", "business=1, verified=2, email=3, none=4"],
    ["5", "none=5", "none=-1 email=20 verified=0 business=0", "none=5 email=20 verified=0 business=0 gold=1"],
  ],
  [
    /^an amount for each tier, as none=20000/,
    ["none=1.50 email=2 verified=0.00 business=0"],
    ["1.50", "none=1.50", "none=1.505 email=2 verified=0 business=0", "none=a email=2 verified=0 business=0"],
  ],
  [/^country codes/, ["CU,IR", "none", "uk, fr"], ["Cuba", "CUB", "CU;IR", "CU,", "1A"]],
  [
    /^an amount such as/,
    ["0", "450", "450.5", "450.00"],
    ["-1.00", "4.505", "free", "1e3", "450,00", "NGN 450", "1 000", ".5", "٤٥٠"],
  ],
  [
    /^an address or a name alone/,
    ["0.0.0.0", "::", "::1", "localhost", "my_host", "a.example.com"],
    ["http://0.0.0.0", "0.0.0.0:8080", "[::1]", "10.0.0", "256.0.0.1", "a b", "a,b", "*", "-a", "a..b"],
  ],
  [
    /^the path of a folder/,
    ["./data", "/var/lib/zapotp", "../with space"],
    ["~", "~/data", "$HOME/data", "file:///data", "a\u0000b", "/".repeat(1001)],
  ],
  [
    /^an address such as postgres:/,
    ["postgres://u:p@h/n", "postgresql://h/n", "/run/postgresql"],
    ["mysql://u:p@h/n", "http://h", "h/n", "host=h dbname=n", "postgres:h/n"],
  ],
  [
    /^64 hexadecimal digits/,
    ["5a".repeat(32), "5A".repeat(32)],
    ["5a", "5a".repeat(31), "5a".repeat(33), "xy".repeat(32), ` ${"5a".repeat(31)} z`],
  ],
  [
    /^an address such as https:/,
    ["https://otp.example.com", "http://10.0.0.1:8080", "https://[::1]", "https://otp.example.com/"],
    [
      "otp.example.com",
      "ftp://a.b",
      "https://a.b/api",
      "https://",
      "https://a.b:99999",
      "https://a.b?x",
      "https://u:p@a.b",
      "https://a b",
      "//a.b",
      "https:a.b",
    ],
  ],
  [
    /^addresses or networks/,
    ["10.0.0.0/8, ::1", "loopback", "192.0.2.1"],
    ["nginx", "10.0.0.0/33", "10.0.0.1, proxy.example.com", "10.0.0.1;10.0.0.2", "10.0.0.1:80", "*"],
  ],
  [/^one of /, [], ["loud", "INFO", "OPEN", "yes", "1"]],
  [/^a currency's/, ["NGN", "USD", "EUR"], ["ngn", "NAIRA", "ABC", "₦", "N"]],
  [
    /^an address such as smtps:/,
    ["smtp://127.0.0.1:25", "smtps://u:p%40s@mail.example.com:465", "smtp://mail_server?pool=true"],
    [
      "mail.example.com",
      "smtp:mail.example.com",
      "https://mail.example.com",
      "smtp://",
      "smtp://a b",
      "smtp://u:p#s@h",
      "smtp://h:99999",
      "smtp://h/path",
    ],
  ],
  [
    /^a sender such as/,
    ["shop@example.com", "Shop <shop@example.com>", "ZapOTP <zapotp@localhost>"],
    ["Shop", "shop@", "@example.com", "Shop <shop>", "a@b, c@d", "Shop <a@b> x", "a@b\nBcc: c@d"],
  ],
  [
    /^letters, digits and -\._~\+\/ without/,
    ["s3cret", "a-b._~+/c=="],
    ["a secret", "gehe\u00efm", "a=b", 'a"b', "a\nb"],
  ],
  [
    /^a whole number from/,
    [],
    ["-1", "80a", "8080.5", "1e3", "0x50", "1 000", "1,000", "99999999999", "Infinity", "true", "٥"],
  ],
];

function valuesFor(setting: Setting<unknown>): { good: string[]; wrong: string[] } {
  const found = kinds.filter(([shape]) => shape.test(setting.kind));
  assert.equal(found.length, 1, `the kind "${setting.kind}" has no values here`);
  const [[, good, wrong]] = found as [(typeof kinds)[number]];
  const range = /from (\d+) to (\d+)$/.exec(setting.kind);
  if (range) {
    const [least, most] = [Number(range[1]), Number(range[2])];
    const beside = [least - 1, most + 1].map(String);
    return { good: [String(least), String(most)], wrong: [...wrong, ...beside] };
  }
  const choices = /^one of (.*)$/.exec(setting.kind)?.[1]?.split(", ");
  return choices ? { good: choices, wrong: [...wrong, setting.kind] } : { good, wrong };
}

for (const [name, setting] of table) {
  test(`${name}: what it takes, and a sentence for everything else`, () => {
    const { good, wrong } = valuesFor(setting);
    for (const value of good) assert.equal(faultsOf({ [name]: value }), "", JSON.stringify(value));
    for (const value of good) assert.equal(faultsOf({ [name]: ` ${value} ` }), "", "blanks around it");
    const quoted = good.filter((value) => !value.includes('"')).map((value) => `"${value}"`);
    for (const value of [...wrong, ...quoted]) {
      const fault = faultsOf({ [name]: value });
      assert.ok(fault.startsWith(`${name} must be ${setting.kind}`), `${JSON.stringify(value)}: ${fault}`);
      assert.ok(fault.endsWith(`. ${setting.sentence}`) && !fault.includes("\n"), fault);
      assert.equal(fault.includes(JSON.stringify(value)), !setting.isSecret, fault);
    }
    assert.match(faultsOf({ [name]: quoted[0] as string }), /Leave out the quotes around it/);
    assert.equal(faultsOf({ [name]: "" }) + faultsOf({ [name]: "  " }), "", "set to nothing is not set");
  });
}

test("values are read by their kind", () => {
  const config = readConfig({
    PORT: " 0 ",
    LOW_BALANCE: "12.5",
    LOG_LEVEL: "debug",
    PUBLIC_BASE_URL: "HTTPS://OTP.Example.com:443/",
    HOST: "",
  });
  assert.equal(config.PORT, 0);
  assert.equal(config.LOW_BALANCE, 1250);
  assert.equal(config.LOG_LEVEL, "debug");
  assert.equal(config.PUBLIC_BASE_URL, "https://otp.example.com");
  assert.equal(config.HOST, "127.0.0.1", "set to nothing is not set");
});

test("all wrong settings are reported at once, one per line", () => {
  const lines = faultsOf({ PORT: "x", LOG_LEVEL: "x", CURRENCY: "NGN" }).split("\n");
  assert.deepEqual(
    lines.map((line) => line.split(" ")[0]),
    ["PORT", "LOG_LEVEL"],
  );
});

test("settings marked secret are never shown, and none is unmarked", () => {
  const secrets = table.filter(([, { isSecret }]) => isSecret).map(([name]) => name);
  const named = table.map(([name]) => name).filter((name) => /TOKEN|KEY|PASS|SECRET|_URL$/.test(name));
  const open = ["PUBLIC_BASE_URL"];
  assert.deepEqual(secrets.toSorted(), named.filter((name) => !open.includes(name)).toSorted());
  const environment = Object.fromEntries(
    table.flatMap(([name, setting]) =>
      valuesFor(setting)
        .good.slice(-1)
        .map((value) => [name, value]),
    ),
  );
  const shown = new Map(showSettings(readConfig(environment)).map(({ name, value }) => [name, value]));
  for (const [name, { isSecret }] of table)
    assert.equal(shown.get(name) === "set", isSecret, `${name}: ${shown.get(name)}`);
  const nothing = showSettings(readConfig({}));
  assert.deepEqual(nothing.filter(({ name }) => secrets.includes(name)).map(({ value }) => value), secrets.map(() => "")); // prettier-ignore
  assert.equal(nothing.find(({ name }) => name === "LOW_BALANCE")?.value, "500.00");
});

/** Settings of which no value protects people less than another. Limits, times and switches that protect declare it. */
const neutral = [
  "HOST PORT DATA_DIR DATABASE_URL DATABASE_LISTEN_URL DATABASE_CONNECTIONS ENCRYPTION_KEY PUBLIC_BASE_URL",
  "TRUSTED_PROXIES LOG_LEVEL CURRENCY ACTIVATION_SECONDS MAX_MESSAGES SUPPLIER_SECONDS PARTS_SECONDS",
  "SANDBOX_MESSAGE_SECONDS LOW_BALANCE DEFAULT_PRICE METRICS_TOKEN DEMO_BALANCE OVERLOAD_MILLISECONDS",
  "SLOW_STATEMENT_MILLISECONDS SIGN_UP SMTP_URL MAIL_FROM AUDIT_MAILBOX TOP_UP_INSTRUCTIONS PUBLIC_PRICES TERMS_TEXT",
  "NEVER_SHOWN_SENDERS NEVER_SHOWN_TEXTS TERMS_VERSION ABUSE_MAILBOX",
].flatMap((names) => names.split(" "));

test("every setting declares which values protect less than its default, or is known to protect nobody", () => {
  const silent = table.filter(([, { weaker }]) => !weaker).map(([name]) => name);
  assert.deepEqual(silent.toSorted(), neutral.toSorted(), "see src/config/weaker.ts");
  for (const [name, { weaker }] of table) if (weaker) assert.match(weaker.sentence, /^[A-Z].*\.$/, name);
});

test("settings weaker than their defaults are listed, at the edges; defaults and stricter values are not", () => {
  const listed = (environment: Record<string, string>): string[] =>
    listWeakenedSettings(readConfig(environment)).map(({ name }) => name);
  const edges: [name: string, weaker: string[], not: string[]][] = [
    ["QUARANTINE_DAYS", ["0", "179"], ["180", "181"]],
    ["MESSAGE_RETENTION_DAYS", ["31"], ["30", "1"]],
    ["TRIES_PER_POOL", ["0", "51"], ["50", "1"]],
    ["LARGE_AMOUNT", ["0", "500000.01"], ["500000.00", "0.01"]],
    ["AUDIT_ANCHOR_FILE", ["none"], ["", "/mnt/other/anchors.jsonl"]],
  ];
  assert.deepEqual(listed({}), []);
  for (const [name, weaker, not] of edges) {
    for (const value of weaker) assert.deepEqual(listed({ [name]: value }), [name], value);
    for (const value of not) assert.deepEqual(listed({ [name]: value }), [], value);
  }
  assert.deepEqual(listWeakenedSettings(readConfig({ LARGE_AMOUNT: "1000000" }))[0], {
    name: "LARGE_AMOUNT",
    value: "1000000.00",
    default: "500000.00",
    sentence: "Larger amounts are credited or taken out without being typed twice.",
  });
});

test(".env adds to the environment without overriding it; ignored settings are reported", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "zapotp-env-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const path = join(folder, ".env");
  writeFileSync(
    path,
    '# settings\nMAX_OPEN_ORDERS=7\nPORT="9001"\nTZ=UTC\nBASE_URL=x\nLOG_LEVEL=info\nLOG_LEVEL=debug\n',
  );
  const environment: Record<string, string | undefined> = { PORT: "9002", CURENCY: "EUR", HOME: "/root" };
  const { config, notes } = loadConfig(environment, path);
  assert.deepEqual([config.MAX_OPEN_ORDERS, config.PORT, config.LOG_LEVEL], [7, 9002, "debug"]);
  assert.equal(environment["TZ"], "UTC", "others' variables go to them");
  assert.deepEqual(
    notes.map((note) => note.replaceAll(path, ".env")),
    [
      "BASE_URL in .env is no setting; did you mean PUBLIC_BASE_URL?",
      "TZ in .env is no setting of ZapOTP.",
      "LOG_LEVEL stands on lines 6 and 7 of .env; the last one counts.",
      "CURENCY in the environment is no setting; did you mean CURRENCY?",
    ],
  );
  assert.deepEqual(loadConfig({}, join(folder, "none")).notes, []);
});

test("a misspelt name in .env stops the start: the intended setting would be ignored", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "zapotp-env-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const path = join(folder, ".env");
  writeFileSync(path, "CURENCY=EUR\nDATABSE_URL=postgres://a:hidden@b/c\n");
  const environment = {};
  assert.throws(
    () => loadConfig(environment, path),
    (error) =>
      error instanceof ConfigError &&
      error.message.replaceAll(path, ".env") ===
        "CURENCY in .env is no setting; did you mean CURRENCY?\nDATABSE_URL in .env is no setting; did you mean DATABASE_URL?",
  );
  assert.deepEqual(environment, {});
});
