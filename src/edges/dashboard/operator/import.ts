import { expects } from "../../../http/parameters.ts";
import { Readable } from "node:stream";
import { Type } from "typebox";
import { importNumbers, type ImportInput, type LineRemark } from "../../../domain/numbers/import-numbers.ts";
import { readNumberFile } from "../../../domain/numbers/number-file.ts";
import { actorOf, operators } from "../access.ts";
import type { Routes } from "../../../http/routes.ts";
import { ok } from "../../../http/ok.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { poolId } from "../schemas.ts";
import { importReport, type ImportReport } from "../answers/operator/numbers.ts";
import { answerOrProgress } from "../answers/shapes.ts";

const config = { who: operators };
/** The largest file that is accepted at once: a million numbers with their other columns. */
const longestFile = 32 * 1024 * 1024;
/** The number of remarks in an answer; nobody reads more. */
const mostRemarks = 1000;
const ndjson = "application/x-ndjson";
const body = Type.Object({
  pool: poolId,
  csv: Type.String({ maxLength: longestFile, ...expects("be the text of a CSV file") }),
  dry_run: Type.Boolean({ default: true }),
});

/**
 * Imports numbers. Clients that accept `application/x-ndjson` get progress: a line after every few thousand numbers,
 * and the whole report last. Disconnecting stops the import; numbers already added stay.
 */
export function importRoute(app: Routes, deps: DashboardDeps): void {
  app.post(
    "/operator/numbers/import",
    {
      config,
      bodyLimit: longestFile + 1024 * 1024,
      schema: { body, response: answerOrProgress(importReport) },
    },
    async (request, reply) => {
      const { pool: poolId, csv, dry_run: dryRun } = request.body;
      const lines = readNumberFile(once(csv));
      const turns = run(deps, { poolId, lines, dryRun, strict: false, actor: actorOf(request) });
      let turn = await turns.next(); // A file that cannot be read is refused as a whole, before anything is sent.
      if (request.headers.accept === ndjson) return reply.type(ndjson).send(Readable.from(told(turn, turns)));
      while (!turn.done) turn = await turns.next();
      return ok(turn.value);
    },
  );
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

/** Imports batch by batch and returns the report. */
async function* run(deps: DashboardDeps, input: ImportInput): AsyncGenerator<ImportReport, ImportReport> {
  const report: ImportReport = {
    read: 0,
    empty: 0,
    added: 0,
    dry_run: input.dryRun,
    more: 0,
    duplicates: [],
    rejected: [],
  };
  const take = (into: LineRemark[], remarks: LineRemark[]): void => {
    const fit = remarks.slice(0, mostRemarks - into.length);
    into.push(...fit);
    report.more += remarks.length - fit.length;
  };
  for await (const batch of importNumbers(deps, input)) {
    report.read += batch.read;
    report.empty += batch.empty;
    report.added += batch.added;
    take(report.duplicates, batch.duplicates);
    take(report.rejected, batch.rejected);
    yield report;
  }
  return report;
}

async function* told(
  first: IteratorResult<ImportReport, ImportReport>,
  turns: AsyncGenerator<ImportReport, ImportReport>,
): AsyncGenerator<string> {
  for (let turn = first; ; turn = await turns.next()) {
    if (turn.done) return void (yield `${JSON.stringify(ok(turn.value))}\n`);
    const { read, added } = turn.value;
    yield `${JSON.stringify({ status: "progress", read, added })}\n`;
  }
}
