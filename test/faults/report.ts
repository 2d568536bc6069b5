import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { describeMachine } from "../../bench/lib/machine.ts";
import { projectRoot } from "../../src/kit/paths.ts";
import { invariants } from "./invariants.ts";
import { supplierSeconds } from "./peer.ts";
import type { Played, Run } from "./run.ts";

/** What a run did and found, as a page. */
export async function renderReport({ played, skipped, last, world }: Run): Promise<string> {
  const { record, followers, connectionString, peer } = world;
  const machine = (await describeMachine(connectionString)).filter((line) => line !== "");
  const findings = [...new Set([...played.flatMap((round) => round.findings), ...last])]; // One that stays is found again and again.
  const total = (count: (round: Played) => number): number =>
    played.reduce((sum, round) => sum + count(round), 0);
  const text = `# Faults

Written by \`npm run test:faults -- --log bench/FAULTS.md\` on ${new Date().toISOString().slice(0, 16).replace("T", " ")} UTC: ${played.length} rounds in
${(total(({ seconds }) => seconds) / 60).toFixed(1)} minutes.

${machine.map((line) => `- ${line.replace(/ {2,}/, ": ")}`).join("\n")}
- Load: ${world.accounts.length} wallets, ${world.servers.length} server processes on one PostgreSQL; ${total(({ answers }) => answers)} answers, ${total(({ rents }) => rents)}
  rents asked for, ${total(({ messages }) => messages)} messages written, ${total(({ lost }) => lost)} answers lost to faults. In the main world
  ${record.orders.size} orders were answered and ${followers.reduce((sum, { seen }) => sum + seen.size, 0)} events followed.
- The supplier behind a quarter of the live rents (waited for ${supplierSeconds} s) answered ${told(peer.deeds)}.

| fault | rounds | rents | messages | answers | answers lost | longest wait | served again after | findings |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${table(played)}

"Longest wait" is the longest that any request took, with what a long poll asked for taken off; "served again after" is the
longest time from the fault's end until every server answered a customer.
${notes(played)}${skipped.map(({ name, why }) => `\n- \`${name}\` was skipped: ${why}.`).join("")}

## Invariants

Checked after each round, and once more a minute after the last: ${Object.keys(invariants)
    .map((name) => `\`${name}\``)
    .join(
      ", ",
    )}; besides them, as it happens: no message to another order or account than its own, no event out of order or left
out, the same orders for a repeated key, no request that waits for more than 100 s, no server that ends by itself.

${findings.length === 0 ? "All of them held." : `${findings.length} findings:\n\n${findings.map((finding) => `- ${finding.slice(0, 500)}`).join("\n")}`}
`;
  const config = await resolveConfig(join(projectRoot, "README.md"));
  return format(text, { ...config, parser: "markdown" });
}

const told = (deeds: Map<string, number>): string =>
  [...deeds]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([deed, count]) => `${deed} ${count} ×`)
    .join(", ");

function table(played: Played[]): string {
  const byFault = Map.groupBy(played, ({ fault }) => fault);
  return [...byFault]
    .map(([fault, rounds]) => {
      const sum = (count: (round: Played) => number): number =>
        rounds.reduce((all, round) => all + count(round), 0);
      const most = (seconds: (round: Played) => number): string =>
        `${Math.max(...rounds.map(seconds)).toFixed(1)} s`;
      const cells = [
        `\`${fault.name}\`: ${fault.sentence}`,
        rounds.length,
        sum(({ rents }) => rents),
        sum(({ messages }) => messages),
        sum(({ answers }) => answers),
        sum(({ lost }) => lost),
        most(({ slowestSeconds }) => slowestSeconds),
        most(({ recoveredSeconds }) => recoveredSeconds),
        sum(({ findings }) => findings.length),
      ];
      return `| ${cells.join(" | ")} |`;
    })
    .join("\n");
}

const notes = (played: Played[]): string =>
  played
    .filter(({ note }) => note !== "")
    .map(({ fault, note }) => `\n- \`${fault.name}\`: ${note}.`)
    .join("");
