import { usualKey } from "../../src/domain/accounts/create-key.ts";
import { issueKey } from "../../src/domain/accounts/issue-key.ts";
import { revoke } from "../../src/domain/accounts/revoke.ts";
import { suspend } from "../../src/domain/accounts/suspend.ts";
import { scopes, type Scope } from "../../src/domain/accounts/account.ts";
import { accountRoles, type Role } from "../../src/domain/sessions/session.ts";
import type { TestApp } from "../helpers/app.ts";
import { addTestMember } from "../helpers/browser.ts";
import type { Caller } from "./who-may.ts";

type Mode = "live" | "test";

/** Somebody who makes requests: with a key, signed in, or neither. */
export interface Actor {
  name: string;
  /** Their column in the table of who may do what. */
  caller: Caller;
  /** New for every request, because some requests end the session that they are made with. */
  headers(): Promise<Record<string, string>>;
}

export interface Cast {
  accountId: number;
  actors: Actor[];
}

export const nobody: Actor = { name: "nobody", caller: "nobody", headers: async () => ({}) };

export const withKey = (name: string, key: string, caller: Caller = "admin key"): Actor => ({
  name,
  caller,
  headers: async () => ({ authorization: `Bearer ${key}` }),
});

async function addKey(app: TestApp, accountId: number, mode: Mode, scope: Scope): Promise<string> {
  const input = {
    ...usualKey,
    account: String(accountId),
    mode,
    name: scope,
    scopes: [scope],
    actor: "test",
  };
  return (await issueKey(app, input)).key;
}

/** A key for each scope and mode. */
async function keysOf(app: TestApp, accountId: number): Promise<Actor[]> {
  const actors: Actor[] = [];
  for (const mode of ["live", "test"] as const)
    for (const scope of scopes)
      actors.push(withKey(`${mode} ${scope} key`, await addKey(app, accountId, mode, scope), `${scope} key`));
  return actors;
}

/** Keys that used to be valid. */
async function spentKeys(app: TestApp, accountId: number): Promise<Actor[]> {
  const common = { ...usualKey, account: String(accountId), mode: "live" as const, actor: "test" };
  const revoked = await issueKey(app, common);
  await revoke(app, { keyId: revoked.id, actor: "test" });
  const expired = await issueKey(app, common);
  await app.db.rows(`update api_keys set expires_at = $2 where id = $1`, [expired.id, app.clock.now()]);
  const elsewhere = await issueKey(app, { ...common, allowedIps: ["203.0.113.0/24"] });
  return [
    withKey("revoked key", revoked.key, "spent key"),
    withKey("expired key", expired.key, "spent key"),
    withKey("key of another address", elsewhere.key, "barred key"),
  ];
}

/** A member of the account who signs in anew for every request. */
export async function member(
  app: TestApp,
  accountId: number,
  role: Role,
  { mode = "live" as Mode, caller = role as Caller } = {},
): Promise<Actor> {
  const { signIn } = await addTestMember(app, accountId, role);
  return {
    name: `${mode} ${caller}`,
    caller,
    async headers() {
      const { cookie } = await signIn();
      return { cookie: `zap_session=${cookie}`, "x-requested-with": "zapotp", "x-zap-mode": mode };
    },
  };
}

/** Everybody: without credentials, with keys of every kind, in every role, of a suspended account. */
export async function createCast(app: TestApp): Promise<Cast> {
  const { accountId } = await app.account(1_000_000);
  const frozen = await app.account(1_000_000);
  const sleeper = await member(app, frozen.accountId, "owner", { caller: "owner of a suspended account" });
  await suspend(app, { accountId: frozen.accountId, reason: "test", actor: "test" });
  const members: Actor[] = [];
  for (const role of accountRoles) members.push(await member(app, accountId, role));
  return {
    accountId,
    actors: [
      nobody,
      withKey("no key at all", "nonsense", "spent key"),
      ...(await keysOf(app, accountId)),
      ...(await spentKeys(app, accountId)),
      ...members,
      await member(app, 0, "operator"),
      sleeper,
      withKey("suspended key", frozen.liveKey, "barred key"),
    ],
  };
}
