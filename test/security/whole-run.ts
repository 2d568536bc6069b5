import assert from "node:assert/strict";
import { createHmac, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Secret, TOTP } from "otpauth";
import pg from "pg";
import { findRunningPostgres } from "../../src/kit/postgres-server/find.ts";
import type { Shipped } from "./shipped.ts";

// The activities of a customer and an operator, with secrets of every kind, and everything that can be refused or
// fail.

const word = (name: string): string => `canary-${name}-${randomBytes(9).toString("hex")}`;
/** By name; those that the server generates are added when they are shown. */
export const secrets: Record<string, string> = {
  "SMTP password": word("smtp"),
  "metrics token": word("metrics"),
  "encryption key": randomBytes(32).toString("hex"),
  password: word("password"),
  "new password": word("new-password"),
  "operator's password": word("operator"),
  "wrong password": word("wrong-password"),
  "message text": word("text"),
  "sandbox text": word("sandbox"),
  code: "918-273",
  "wrong key": `zap_live_${word("key")}`,
  "something in an address": word("query"),
};
/** Everything that errors said. */
export const errors: string[] = [];

interface Reply {
  status: number;
  text: string;
  data: never;
}

/** A browser without a window. */
export function visitor(
  url: string,
): (method: string, path: string, body?: unknown, headers?: object) => Promise<Reply> {
  let cookie = "";
  return async (method, path, body, headers = {}) => {
    const response = await fetch(url + path, {
      method,
      headers: {
        "x-requested-with": "zapotp",
        "x-zap-mode": "test",
        cookie,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const set = /(zap_session=[^;]*)/.exec(response.headers.get("set-cookie") ?? "")?.[1];
    if (set !== undefined) cookie = set;
    if (cookie.length > 20) secrets[`session ${cookie.slice(-6)}`] = cookie.replace("zap_session=", "");
    const text = await response.text();
    if (response.status >= 400) errors.push(text);
    const isJson = response.headers.get("content-type")?.startsWith("application/json") ?? false;
    return { status: response.status, text, data: (isJson ? JSON.parse(text).data : undefined) as never };
  };
}
type Visit = ReturnType<typeof visitor>;

export const api = "/account/api/v1";
const own = "/dashboard/api";
const good = ({ status, text }: Reply): void => assert.equal(status, 200, text);

/**
 * Signs up, turns the second factor on, creates a key, rents and receives a code. Returns what the rest continues
 * with.
 */
export async function liveACustomersLife(
  visit: Visit,
): Promise<{ key: string; number: string; codeNow: () => string }> {
  const { password } = secrets;
  const person = { username: "somebody", email: "somebody@example.com", password, accepted_terms: "2026-11" };
  good(await visit("POST", `${own}/sign-up`, person));
  const begun = await visit("POST", `${own}/totp/begin`, { password });
  const { secret } = begun.data as { secret: string };
  secrets["secret of the second factor"] = secret;
  const codeNow = (): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  const enabled = await visit("POST", `${own}/totp/enable`, { code: codeNow() });
  for (const code of (enabled.data as { recovery_codes: string[] }).recovery_codes)
    secrets[`recovery ${code}`] = code;
  const { key } = (await visit("POST", `${own}/keys`, { name: "canary" })).data as { key: string };
  secrets["API key"] = key;
  const headers = { authorization: `Bearer ${key}` };
  const rent = { action: "rent", service: "whatsapp", country: "US" };
  const rented = await visit("POST", `${api}/rent`, rent, headers);
  const { number, order_id: orderId } = rented.data as { number: string; order_id: string };
  const text = `${secrets["sandbox text"]}: 918-273 is your WhatsApp code`;
  good(await visit("POST", `${api}/sandbox/sms`, { to: number, text, from: "WhatsApp" }, headers));
  const read = await visit("GET", `${api}/sms?order_id=${orderId}&api_key=${key}`);
  assert.equal((read.data as { sms_code: string }).sms_code, "918-273");
  good(await visit("GET", `${own}/account/export`));
  return { key, number, codeNow };
}

/** The operator: a source with a secret, a message through it, the outbox with its links. */
export async function liveAnOperatorsLife(server: Shipped, visit: Visit): Promise<string> {
  const left = readFileSync(join(server.folder, "data", "first-start.txt"), "utf8");
  const [, first = ""] = /operator {3}operator \/ (\S+)/.exec(left) ?? [];
  secrets["first password"] = first;
  good(await visit("POST", `${own}/sign-in`, { username: "operator", password: first }));
  const changed = { current: first, password: secrets["operator's password"] };
  good(await visit("POST", `${own}/password/change`, changed));
  const made = await visit("POST", `${own}/operator/sources`, {
    kind: "generic",
    name: "canary",
    settings: { auth: "hmac" },
  });
  const { url, secret } = made.data as { url: string; secret: string };
  secrets["secret of a source"] = secret;
  secrets["token of a source"] = url.split("/").at(-1) as string;
  const path = new URL(url).pathname;
  const body = JSON.stringify({
    to: "15550100000",
    from: "WhatsApp",
    id: "1",
    text: `${secrets["message text"]} 918-273`,
  });
  const signature = createHmac("sha256", secret).update(body).digest("hex");
  good(await visit("POST", path, body, { "x-signature": signature }));
  assert.equal((await visit("POST", path, body, { "x-signature": "00" })).status, 403);
  assert.equal(
    (await visit("POST", path, `{"broken":"${secrets["message text"]}`, { "x-signature": signature })).status,
    403,
  );
  good(await visit("POST", `${own}/password/forgot`, { email: "somebody@example.com" }));
  good(await visit("GET", `${own}/operator/messages?reveal=1`));
  const letters = (await visit("GET", `${own}/operator/outbox`)).data as { text: string | null }[];
  const links = letters.flatMap(({ text }) => /#token=(\S+)/.exec(text ?? "")?.[1] ?? []);
  assert.ok(links.length >= 2, "the letters wait here");
  for (const link of links) secrets[`link ${link.slice(-6)}`] = link;
  const health = await visit("GET", `${own}/operator/health`);
  for (const name of ["SMTP password", "metrics token", "encryption key"])
    assert.ok(!health.text.includes(secrets[name] as string), `the operator's health page shows the ${name}`);
  return path;
}

/** Everything that is refused, with the secrets in all the wrong places. */
export async function doEverythingWrong(
  visit: Visit,
  { key, path }: { key: string; path: string },
): Promise<void> {
  const wrong = secrets["wrong key"];
  const query = secrets["something in an address"];
  const tries: [string, string, unknown?, object?][] = [
    ["GET", `${api}/user?api_key=${wrong}`],
    ["GET", `${api}/user`, undefined, { authorization: `Bearer ${key.slice(0, -1)}` }],
    ["GET", `${api}/nothing?api_key=${key}&x=${query}`],
    ["PUT", `${api}/rent?api_key=${key}`],
    ["POST", `${api}/rent?api_key=${key}`, `{"service":"${query}`],
    ["POST", `${api}/rent?api_key=${key}`, { action: query, service: query, country: query }],
    ["GET", `${api}/sms?api_key=${key}&order_id=${query}`],
    ["GET", `${api}/orders?api_key=${key}&q=${query}`],
    ["POST", `${own}/sign-in`, { username: "somebody", password: secrets["wrong password"] }],
    ["POST", `${own}/sign-in`, { username: "somebody", password: secrets["password"], code: "000000" }],
    [
      "POST",
      `${own}/sign-up`,
      { username: "a b", email: "x", password: secrets["wrong password"], accepted_terms: "" },
    ],
    ["POST", `${own}/password/reset`, { token: secrets["wrong key"], password: secrets["new password"] }],
    ["POST", `${own}/invitations/look`, { token: query }],
    ["GET", `/metrics?token=${query}`, undefined, { authorization: `Bearer ${wrong}` }],
    ["POST", `${path}x?x=${query}`, {}],
  ];
  for (const [method, where, body, headers] of tries) {
    const reply = await visit(method, where, body, headers);
    assert.ok(reply.status >= 400 && reply.status < 500, `${method} ${where}: ${reply.status}`);
  }
}

/** Breaks the tables, so that writes fail: some with the row in the error, others in any case. */
const breakages = [
  `alter table messages add constraint broken check (source_key like 'a%') not valid`,
  `alter table orders add constraint broken check (price_minor < 0) not valid`,
  `alter table sessions add constraint broken check (user_agent = '') not valid`,
  `alter table api_keys add constraint broken check (name = '') not valid`,
  `alter table members add constraint broken check (username = '') not valid`,
  `alter table member_tokens add constraint broken check (email = '') not valid`,
  `alter table attempts rename to attempts_gone`,
];

export async function failInTheDatabase(
  server: Shipped,
  visit: Visit,
  key: string,
  path: string,
): Promise<void> {
  const client = new pg.Client({
    connectionString: findRunningPostgres(join(server.folder, "data/postgres")) as string,
  });
  await client.connect();
  const failed: number[] = [];
  for (const [place, breakage] of breakages.entries()) {
    await client.query(breakage);
    const body = JSON.stringify({
      to: "15550100000",
      from: "WhatsApp",
      text: `${secrets["message text"]} 918-273 ${place}`,
    });
    const signature = createHmac("sha256", secrets["secret of a source"] as string)
      .update(body)
      .digest("hex");
    const headers = { authorization: `Bearer ${key}` };
    const { password } = secrets;
    const replies = [
      await visit("POST", path, body, { "x-signature": signature }),
      await visit("POST", `${api}/rent`, { action: "rent", service: "telegram", country: "US" }, headers),
      await visit("POST", `${own}/keys`, { name: "x" }),
      await visit("POST", `${own}/sign-up`, {
        username: `x${failed.length}`,
        email: `x${failed.length}@example.com`,
        password,
        accepted_terms: "2026-11",
      }),
      await visit("POST", `${own}/password/forgot`, { email: "somebody@example.com" }),
      await visit("POST", `${own}/sign-in`, { username: "operator", password: secrets["wrong password"] }),
    ];
    failed.push(...replies.map(({ status }) => status).filter((status) => status >= 500));
    const [, table = "", renamed] =
      /alter table (\w+) (?:add constraint broken|rename to (\w+))/.exec(breakage) ?? [];
    await client.query(
      renamed ? `alter table ${renamed} rename to ${table}` : `alter table ${table} drop constraint broken`,
    );
  }
  await client.end();
  assert.ok(failed.length >= breakages.length, `only ${failed.length} requests failed`);
}
