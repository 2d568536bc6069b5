import type { Command } from "commander";
import { scopes, type Scope } from "../../../domain/accounts/account.ts";
import { usualKey } from "../../../domain/accounts/create-key.ts";
import { issueKey } from "../../../domain/accounts/issue-key.ts";
import { requireAccount } from "../../../domain/accounts/require-account.ts";
import { revoke } from "../../../domain/accounts/revoke.ts";
import { listKeys, type ListedKey } from "../../../domain/accounts/queries.ts";
import { formatMinor } from "../../../kit/money.ts";
import { addCommand, addGroup, does, type Cli } from "../command.ts";
import { listOf, money, time as readTime, whole, words } from "../parse.ts";
import { fields, table, time } from "../table.ts";
import { modeOf } from "./account.ts";

export function keyCommands(program: Command, cli: Cli): void {
  const group = addGroup(program, "key", "API keys of accounts");
  create(group, cli);
  list(group, cli);
  addRevoke(group, cli);
}

interface CreateOptions {
  test?: boolean;
  name: string;
  scopes?: Scope[];
  allowIp?: string[];
  dailyCap?: number;
  expires?: Date;
}

function create(group: Command, cli: Cli): void {
  const command = addCommand(
    group,
    "create",
    "give an account one more key",
    "key create shop --name website --allow-ip 203.0.113.7 --daily-cap 10000.00 --expires 2027-01-01",
  )
    .argument("<account>", "its id or name")
    .option("--test", "a test key, for the sandbox")
    .option("--name <text>", "what it is for", usualKey.name)
    .option(
      "--scopes <list>",
      `any of ${scopes.join(", ")}; a wider one includes the narrower (default: rent)`,
      listOf(scopes),
    )
    .option("--allow-ip <list>", "addresses or networks it may be used from (default: all)", words)
    .option("--daily-cap <amount>", "what it may spend a day, UTC (default: no limit)", money)
    .option("--expires <time>", "a day or time after which it is not taken (default: never)", readTime);
  does(cli, command, async ({ db, clock, actor }, options: CreateOptions, account: string) => {
    const input = {
      account,
      mode: modeOf(options),
      name: options.name,
      scopes: options.scopes ?? usualKey.scopes,
      allowedIps: options.allowIp ?? usualKey.allowedIps,
      dailyCapMinor: options.dailyCap ?? null,
      expiresAt: options.expires ?? null,
    };
    const { id, key } = await issueKey({ db, clock }, { ...input, actor });
    return {
      data: { id, key, ...input },
      text: () =>
        fields([
          ["key id", id],
          ["key", key],
        ]),
      note: "The key is shown this once: only its hash is kept.",
    };
  });
}

function list(group: Command, cli: Cli): void {
  const command = addCommand(group, "list", "an account's keys", "key list shop").argument(
    "<account>",
    "its id or name",
  );
  does(cli, command, async ({ db, clock }, _options: object, name: string) => {
    const keys = await listKeys(db, (await requireAccount(db, name)).id, clock.now(), "all");
    return {
      data: keys,
      text: () =>
        table(keys, [
          { title: "ID", of: (key) => key.id, align: "right" },
          { title: "NAME", of: (key) => key.name },
          { title: "KEY", of: (key) => key.hint },
          { title: "SCOPES", of: (key) => key.scopes.join(",") },
          { title: "FROM", of: (key) => key.allowedIps.join(",") || "everywhere" },
          {
            title: "DAILY CAP",
            of: (key) => key.dailyCapMinor && formatMinor(key.dailyCapMinor),
            align: "right",
          },
          { title: "LAST USED", of: (key) => time(key.lastUsedAt) },
          { title: "STATE", of: stateOf },
        ]),
    };
  });
}

function stateOf({ revokedAt, expiresAt }: ListedKey): string {
  if (revokedAt) return `revoked ${time(revokedAt)}`;
  if (!expiresAt) return "good";
  return `${expiresAt <= new Date() ? "expired" : "good until"} ${time(expiresAt)}`;
}

function addRevoke(group: Command, cli: Cli): void {
  const command = addCommand(
    group,
    "revoke",
    "end a key for good; the next request with it is refused",
    "key revoke 7",
  ).argument("<key-id>", "as key list shows it", whole);
  does(cli, command, async ({ db, clock, actor }, _options: object, keyId: number) => {
    const revoked = await revoke({ db, clock }, { keyId, actor });
    return {
      data: { id: keyId, hint: revoked.hint, revokedAt: revoked.revokedAt },
      text: () => `Key ${keyId} (${revoked.hint}) is revoked since ${time(revoked.revokedAt)}.`,
    };
  });
}
