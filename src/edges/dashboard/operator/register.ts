import { Type, type Static } from "typebox";
import { readCountryCode } from "../../../domain/catalog/country-code.ts";
import { exportRegister } from "../../../domain/numbers/register/export-register.ts";
import { readFactsFile, readRemovalFile } from "../../../domain/numbers/register/file.ts";
import { importFacts } from "../../../domain/numbers/register/import-facts.ts";
import type { Fault } from "../../../domain/numbers/register/lines.ts";
import {
  countRegister,
  listRegister,
  type RegisterFilter,
  type RegisteredNumber,
} from "../../../domain/numbers/register/queries.ts";
import { removals, takeOut } from "../../../domain/numbers/register/take-out.ts";
import { ok } from "../../../http/ok.ts";
import { expects } from "../../../http/parameters.ts";
import type { Routes } from "../../../http/routes.ts";
import { actorOf, operators } from "../access.ts";
import { factsReport, registered, removalReport, type Registered } from "../answers/operator/register.ts";
import { answer, answerOrCsv, totals } from "../answers/shapes.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { choice, countryText, digitsText, format, page, pageOf, reason } from "../schemas.ts";
import { sendCsv } from "../send-csv.ts";
import { showCount, timeOrNull } from "../show.ts";

const config = { who: operators };
const longestFile = 32 * 1024 * 1024;
const bodyLimit = longestFile + 1024 * 1024;
/** The number of wrong lines in an answer; nobody reads more. */
const mostFaults = 1000;
const query = Type.Object({
  ...page,
  format,
  country: Type.Optional(countryText),
  q: Type.Optional(digitsText),
  state: Type.Optional(choice(["in_sale", "out", "unregistered"])),
});
const file = {
  csv: Type.String({ maxLength: longestFile, ...expects("be the text of a CSV file") }),
  dry_run: Type.Boolean({ default: true }),
};
const removalBody = Type.Object({ ...file, status: choice(removals), reason: Type.Optional(reason) });

/** The register of our own numbers, its facts from a file, and numbers that others flagged or gave up. */
export function registerRoutes(app: Routes, deps: DashboardDeps): void {
  const { db } = deps;

  app.get(
    "/operator/register",
    {
      config: { ...config, compress: true },
      schema: { querystring: query, response: answerOrCsv(Type.Array(registered)) },
    },
    async (request, reply) => {
      const filter = filterOf(request.query);
      if (request.query.format === "csv") return sendCsv(reply, "register.csv", exportRegister(db, filter));
      return ok((await listRegister(db, filter, pageOf(request.query).limit)).map(show));
    },
  );

  app.get(
    "/operator/register/totals",
    { config, schema: { querystring: query, response: answer(totals) } },
    async (request) => ok(showCount(await countRegister(db, filterOf(request.query)))),
  );

  app.post(
    "/operator/register/import",
    { config, bodyLimit, schema: { body: Type.Object(file), response: answer(factsReport) } },
    async (request) => {
      const { csv, dry_run: dryRun } = request.body;
      const lines = readFactsFile(once(csv));
      const { faults, ...report } = await importFacts(deps, { lines, dryRun, actor: actorOf(request) });
      return ok({ ...report, dry_run: dryRun, ...shorten(faults) });
    },
  );

  app.post(
    "/operator/register/take-out",
    { config, bodyLimit, schema: { body: removalBody, response: answer(removalReport) } },
    async (request) => {
      const { csv, status, reason: why = null, dry_run: dryRun } = request.body;
      const lines = readRemovalFile(once(csv));
      const input = { lines, status, reason: why, dryRun, actor: actorOf(request) };
      const { faults, takenOut, alreadyOut, notOurs, ...report } = await takeOut(deps, input);
      const counts = { taken_out: takenOut, already_out: alreadyOut, not_ours: notOurs };
      return ok({ ...report, ...counts, dry_run: dryRun, ...shorten(faults) });
    },
  );
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

const shorten = (faults: Fault[]): { faults: Fault[]; more: number } => ({
  faults: faults.slice(0, mostFaults),
  more: Math.max(0, faults.length - mostFaults),
});

const filterOf = ({ country, q, state, before }: Static<typeof query>): RegisterFilter => ({
  country: country === undefined ? null : readCountryCode(country),
  contains: q?.replace(/[+ ]/g, "") ?? null,
  state: state ?? null,
  lastId: before ?? null,
});

const show = (row: RegisteredNumber): Registered => ({
  id: row.id,
  number: row.number,
  country: row.country,
  pool: row.pool,
  owner: row.owner,
  legal_basis: row.legalBasis,
  reference: row.reference,
  since: row.since,
  added_at: row.addedAt.toISOString(),
  out_since: timeOrNull(row.retiredAt),
  out_as: row.retiredAt && (row.retiredAs ?? "retired"),
  out_reason: row.retiredReason,
});
