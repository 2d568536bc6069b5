import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { runAndStop } from "../../bench/lib/teardown.ts";
import { renderReport } from "./report.ts";
import { faultNames, run } from "./run.ts";

const help = `npm run test:faults [-- --minutes 15] [--rounds N] [--only ${faultNames.slice(0, 2).join(",")},…] [--log FILE]

  --minutes   no round begins later; what takes a minute to settle is waited for besides
  --rounds    this many rounds at most
  --only      these faults alone: ${faultNames.join(", ")}
  --log       writes the result there besides, as bench/FAULTS.md`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      minutes: { type: "string", default: "15" },
      rounds: { type: "string" },
      only: { type: "string" },
      log: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(help);
  const result = await run({
    minutes: Number(values.minutes),
    rounds: values.rounds === undefined ? undefined : Number(values.rounds),
    only: values.only?.split(","),
    say: (line) => console.log(line),
  });
  const report = await renderReport(result);
  console.log(`\n${report}`);
  if (values.log !== undefined) writeFileSync(values.log, report);
  const findings = [...result.played.flatMap((round) => round.findings), ...result.last];
  console.log(
    findings.length === 0
      ? `All invariants held over ${result.played.length} rounds.`
      : `${findings.length} findings; see above.`,
  );
  if (findings.length > 0) process.exitCode = 1;
}

if (await runAndStop(main, ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"])) process.exit();
