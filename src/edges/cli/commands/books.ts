import type { Command } from "commander";
import { verifyBooks } from "../../../domain/books/verify.ts";
import { formatMinor } from "../../../kit/money.ts";
import { addCommand, addGroup, does, type Cli } from "../command.ts";
import { table } from "../table.ts";

export function booksCommands(program: Command, cli: Cli): void {
  const group = addGroup(program, "books", "the ledger");
  const command = addCommand(
    group,
    "verify",
    "prove the ledger: every balance from its postings, every order's hold; exit code 1 if anything is off",
    "books verify",
  ).alias("audit"); // Its former name.
  does(cli, command, async ({ db }) => {
    const { totals, faults } = await verifyBooks(db);
    const good = faults.length === 0;
    const sums = table(totals, [
      { title: "CURRENCY", of: (total) => total.currency },
      { title: "MODE", of: (total) => total.mode },
      { title: "WALLETS", of: (total) => total.wallets, align: "right" },
      { title: "POSTINGS", of: (total) => total.postings, align: "right" },
      { title: "SPENDABLE", of: (total) => formatMinor(total.spendableMinor), align: "right" },
      { title: "HELD", of: (total) => formatMinor(total.heldMinor), align: "right" },
      { title: "EARNED", of: (total) => formatMinor(total.revenueMinor), align: "right" },
      { title: "PAID IN", of: (total) => formatMinor(-total.fundingMinor), align: "right" },
    ]);
    const verdict = good
      ? ["The books are right."]
      : [
          `${faults.length} ${faults.length === 1 ? "thing is" : "things are"} off:`,
          ...faults.map((fault) => `  ${fault}`),
        ];
    return {
      data: { ok: good, totals, faults },
      text: () => [sums, ...verdict].filter((part) => part !== "").join("\n"),
      exitCode: good ? 0 : 1,
    };
  });
}
