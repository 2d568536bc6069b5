import type { Command } from "commander";
import { verifyChain, type ChainReport } from "../../../domain/audit/chain/verify.ts";
import { anchorFile, readAnchorFile } from "../../../start/anchor-file.ts";
import { addCommand, addGroup, does, type Cli } from "../command.ts";

export function auditCommands(program: Command, cli: Cli): void {
  const group = addGroup(program, "audit", "the audit log");
  const verify = addCommand(
    group,
    "verify",
    "prove that no entry of the audit log was changed, removed or moved; exit code 1 if one was",
    "audit verify --anchors anchors-from-our-mailbox.txt",
  ).option("--anchors <file>", "lines of the daily letter or file; default: the server's own file");
  does(cli, verify, async ({ db, clock, config }, options: { anchors?: string }) => {
    const file = options.anchors ?? anchorFile(config);
    const report = await verifyChain({ db, clock }, file === null ? [] : await readAnchorFile(file));
    return {
      data: { ok: report.faults.length === 0, ...report },
      text: () => describe(report).join("\n"),
      exitCode: report.faults.length === 0 ? 0 : 1,
    };
  });
}

function describe({ entries, erased, anchors, faults }: ChainReport): string[] {
  const counted = `${entries} entries are chained, ${anchors} anchors were compared.`;
  const erasures = `Addresses were erased from ${erased} of them, because their account was closed.`;
  return [
    counted,
    ...(erased > 0 ? [erasures] : []),
    ...(faults.length === 0
      ? ["The audit log is as it was written."]
      : [
          `${faults.length} ${faults.length === 1 ? "thing is" : "things are"} off:`,
          ...faults.map((f) => `  ${f}`),
        ]),
  ];
}
