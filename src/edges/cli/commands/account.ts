import type { Command } from "commander";
import { createAccount } from "../../../domain/accounts/create-account.ts";
import { readStatement } from "../../../domain/accounts/read-statement.ts";
import { requireAccount } from "../../../domain/accounts/require-account.ts";
import { termsVersionWith } from "../../../domain/accounts/terms.ts";
import { listAccounts } from "../../../domain/accounts/queries.ts";
import { credit } from "../../../domain/wallet/credit.ts";
import type { Mode } from "../../../domain/wallet/wallet.ts";
import { formatMinor } from "../../../kit/money.ts";
import { addCommand, addGroup, does, type Cli } from "../command.ts";
import { money, signedMoney, whole } from "../parse.ts";
import { fields, table, time } from "../table.ts";
import { standingCommands } from "./standing.ts";

/** The wallet that is meant: the sandbox's play money only on request. */
export const modeOf = ({ test }: { test?: boolean }): Mode => (test ? "test" : "live");

export function accountCommands(program: Command, cli: Cli): void {
  const group = addGroup(program, "account", "customers and their money");
  create(group, cli);
  list(group, cli);
  addCredit(group, cli);
  statement(group, cli);
  standingCommands(group, cli);
}

function create(group: Command, cli: Cli): void {
  const command = addCommand(
    group,
    "create",
    "make an account with a live key and a test key",
    "account create --username shop --balance 5000.00",
  )
    .requiredOption("--username <name>", "1 to 64 letters, digits or any of . _ @ + -")
    .option("--balance <amount>", "what its live wallet starts with", money, 0);
  does(cli, command, async ({ db, clock, config, actor }, options: { username: string; balance: number }) => {
    const { username, balance: balanceMinor } = options;
    const currency = config.CURRENCY;
    const lowBalanceMinor = config.LOW_BALANCE;
    const account = await createAccount(
      { db, clock },
      {
        username,
        currency,
        lowBalanceMinor,
        balanceMinor,
        termsVersion: termsVersionWith(config.TERMS_VERSION),
        actor,
      },
    );
    return {
      data: { ...account, username, balanceMinor, currency },
      text: () =>
        fields([
          ["account id", account.accountId],
          ["username", username],
          ["balance", `${formatMinor(balanceMinor)} ${currency}`],
          ["live key", account.liveKey],
          ["test key", account.testKey],
        ]),
      note: "The keys are shown this once: only their hashes are kept.",
    };
  });
}

function list(group: Command, cli: Cli): void {
  const command = addCommand(group, "list", "all accounts with their live balances", "account list");
  does(cli, command, async ({ db }) => {
    const accounts = await listAccounts(db);
    return {
      data: accounts,
      text: () =>
        table(accounts, [
          { title: "ID", of: (account) => account.accountId, align: "right" },
          { title: "USERNAME", of: (account) => account.username },
          { title: "BALANCE", of: (account) => formatMinor(account.spendableMinor), align: "right" },
          { title: "HELD", of: (account) => formatMinor(account.heldMinor), align: "right" },
          { title: "CURRENCY", of: (account) => account.currency },
          { title: "ORDERS", of: (account) => account.orders, align: "right" },
          { title: "CREATED", of: (account) => time(account.createdAt) },
          { title: "SUSPENDED", of: (account) => time(account.suspendedAt) },
        ]),
      note: accounts.length === 0 ? "There are no accounts yet." : "",
    };
  });
}

function addCredit(group: Command, cli: Cli): void {
  const command = addCommand(
    group,
    "credit",
    "put money into a wallet, or with a negative amount take it out again",
    'account credit shop 2500.00 --reference "transfer 4711" --reason "top-up of November"',
  )
    .argument("<account>", "its id or name")
    .argument("<amount>", "such as 2500.00, or -150.00 for an adjustment", signedMoney)
    .requiredOption("--reason <text>", "why; it stands on the account's statement")
    .option(
      "--reference <text>",
      "what names the payment elsewhere, such as the bank's transfer; one is booked once",
    )
    .option("--may-owe", "let the balance fall below zero")
    .option("--confirm <amount>", "a large amount once more, as typed before", signedMoney)
    .option("--test", "the sandbox's play money instead");
  type Options = {
    reason: string;
    reference?: string;
    mayOwe?: boolean;
    confirm?: number;
    test?: boolean;
  };
  does(
    cli,
    command,
    async ({ db, clock, config, actor }, options: Options, name: string, amountMinor: number) => {
      const account = await requireAccount(db, name);
      const mode = modeOf(options);
      const { spendableMinor, currency } = await credit(
        { db, clock },
        {
          accountId: account.id,
          mode,
          amountMinor,
          reason: options.reason,
          reference: options.reference ?? null,
          mayOwe: options.mayOwe ?? false,
          largeMinor: config.LARGE_AMOUNT,
          confirmedMinor: options.confirm ?? null,
          idempotency: null,
          actor,
        },
      );
      return {
        data: {
          accountId: account.id,
          username: account.username,
          mode,
          amountMinor,
          balanceMinor: spendableMinor,
          currency,
        },
        text: () =>
          fields([
            ["account", `${account.username} (${account.id}), ${mode}`],
            ["amount", `${formatMinor(amountMinor)} ${currency}`],
            ["balance", `${formatMinor(spendableMinor)} ${currency}`],
          ]),
      };
    },
  );
}

function statement(group: Command, cli: Cli): void {
  const command = addCommand(
    group,
    "statement",
    "what moved an account's money, newest first",
    "account statement shop --limit 20",
  )
    .argument("<account>", "its id or name")
    .option("--test", "the sandbox's play money instead")
    .option("--limit <count>", "how many lines", whole, 50)
    .option("--before <seq>", "only lines before this SEQ, to read on", whole);
  type Options = { test?: boolean; limit: number; before?: number };
  does(cli, command, async ({ db }, options: Options, account: string) => {
    const beforeSeq = options.before ?? Number.MAX_SAFE_INTEGER;
    const query = { account, mode: modeOf(options), beforeSeq, limit: options.limit };
    const { account: whose, wallet, lines } = await readStatement(db, query);
    const { currency, mode, spendableMinor, heldMinor } = wallet;
    return {
      data: {
        accountId: whose.id,
        username: whose.username,
        mode,
        currency,
        balanceMinor: spendableMinor,
        heldMinor,
        lines,
      },
      text: () =>
        table(lines, [
          { title: "SEQ", of: (line) => line.seq, align: "right" },
          { title: "TIME", of: (line) => time(line.createdAt) },
          { title: "KIND", of: (line) => line.kind },
          { title: "AMOUNT", of: (line) => formatMinor(line.amountMinor), align: "right" },
          { title: "FROM", of: (line) => line.debit },
          { title: "TO", of: (line) => line.credit },
          { title: "BALANCE", of: (line) => formatMinor(line.spendableAfterMinor), align: "right" },
          { title: "ORDER", of: (line) => line.orderId, align: "right" },
          { title: "REFERENCE", of: (line) => line.reference },
          { title: "REASON", of: (line) => line.reason },
        ]),
      note: `${whose.username} (${mode}): balance ${formatMinor(spendableMinor)}, held ${formatMinor(heldMinor)} ${currency}.`,
    };
  });
}
