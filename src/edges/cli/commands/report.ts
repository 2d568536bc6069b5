import type { Command } from "commander";
import { enterAppeal } from "../../../domain/cases/abuse/appeal.ts";
import { decide } from "../../../domain/cases/abuse/decide.ts";
import { fileReport } from "../../../domain/cases/abuse/file-report.ts";
import { listReports } from "../../../domain/cases/abuse/queries.ts";
import { caseName, categories, outcomes, reportStates } from "../../../domain/cases/abuse/report.ts";
import type { Category, Outcome, ReportState, Side } from "../../../domain/cases/abuse/report.ts";
import { reviewCase, type ReviewedCase } from "../../../domain/cases/abuse/review-case.ts";
import { openCases } from "../case-deps.ts";
import { addCommand, addGroup, does, type Cli } from "../command.ts";
import { oneOf, time as readTime, whole } from "../parse.ts";
import { fields, table, time } from "../table.ts";

export function reportCommands(program: Command, cli: Cli): void {
  const group = addGroup(program, "report", "reports of abuse, and decisions about them");
  add(group, cli);
  list(group, cli);
  show(group, cli);
  addAppeal(group, cli);
  addDecide(group, cli);
}

/** R17, or 17. */
const caseId = (text: string): number => whole(text.replace(/^r/i, ""));

interface AddOptions {
  number: string;
  category: Category;
  text: string;
  email?: string;
  happened?: Date;
}

function add(group: Command, cli: Cli): void {
  const command = addCommand(
    group,
    "add",
    "enter a report that came by mail or telephone; prints the reporter's link once",
    'report add --number +15550123456 --category fraud --text "Somebody wrote to me from it" --email eve@example.com',
  )
    .requiredOption("--number <number>", "with its country code")
    .requiredOption("--category <kind>", categories.join(", "), oneOf(categories))
    .requiredOption("--text <text>", "what happened, in the reporter's words")
    .option("--email <address>", "of the reporter, who gets a receipt and the decision")
    .option("--happened <time>", "when it happened", readTime);
  does(cli, command, async (session, { number, category, text, email, happened }: AddOptions) => {
    const { name, link, dueAt } = await fileReport(await openCases(session), {
      number,
      category,
      text,
      happenedAt: happened ?? null,
      email: email ?? null,
      address: null,
      actor: session.actor,
    });
    return {
      data: { name, link, dueAt },
      text: () =>
        fields([
          ["case", name],
          ["decide by", time(dueAt)],
          ["reporter's link", link],
        ]),
    };
  });
}

interface ListOptions {
  state?: ReportState;
  category?: Category;
  search?: string;
  limit: number;
}

function list(group: Command, cli: Cli): void {
  const command = addCommand(group, "list", "the cases, newest first", "report list --state open")
    .option("--state <state>", reportStates.join(", "), oneOf(reportStates))
    .option("--category <kind>", categories.join(", "), oneOf(categories))
    .option("--search <text>", "a case such as R17, or digits of a number")
    .option("--limit <count>", "how many", whole, 100);
  does(cli, command, async ({ db }, { state, category, search, limit }: ListOptions) => {
    const filter = {
      state: state ?? null,
      category: category ?? null,
      q: search?.replaceAll(/[+ ]/g, "") ?? null,
    };
    const everything = { beforeId: Number.MAX_SAFE_INTEGER, from: null, to: null };
    const reports = await listReports(db, { ...everything, ...filter }, limit);
    return {
      data: reports,
      text: () =>
        table(reports, [
          { title: "CASE", of: ({ id }) => caseName(id) },
          { title: "STATE", of: (report) => report.state },
          { title: "CATEGORY", of: (report) => report.category },
          { title: "NUMBER", of: (report) => report.number },
          { title: "OUTCOME", of: (report) => report.outcome },
          { title: "ACCOUNT", of: (report) => report.account },
          { title: "CAME", of: (report) => time(report.createdAt) },
          { title: "DUE", of: (report) => (report.state === "decided" ? "" : time(report.dueAt)) },
        ]),
      note: reports.length === 0 ? "There is no such case." : "",
    };
  });
}

function show(group: Command, cli: Cli): void {
  const command = addCommand(
    group,
    "show",
    "a case: what was said, and who had the number",
    "report show R17",
  ).argument("<case>", "R17", caseId);
  does(cli, command, async (session, _options: object, id: number) => {
    const reviewed = await reviewCase(await openCases(session), id);
    return { data: reviewed, text: () => describe(reviewed) };
  });
}

function describe(reviewed: ReviewedCase): string {
  const { number, ownNumber, holders, entries } = reviewed;
  const inventory = ownNumber
    ? ownNumber.retiredAt
      ? "retired"
      : "in our inventory"
    : "not in our inventory";
  const facts = fields([
    ["case", caseName(reviewed.id)],
    ["state", reviewed.state],
    ["decide by", reviewed.state === "decided" ? "-" : time(reviewed.dueAt)],
    ["outcome", reviewed.outcome],
    ["category", reviewed.category],
    ["number", number === null ? "erased" : `+${number} (${inventory})`],
    ["happened", time(reviewed.happenedAt)],
    ["reporter", reviewed.email],
    ["account", reviewed.account],
    ...entries.flatMap(({ at, kind, side, outcome, words }): [string, string][] => [
      [`${kind} by ${side}`, [time(at), outcome, words?.text].filter(Boolean).join("  ")],
      ...(words?.toReporter === undefined
        ? []
        : [["  to the reporter", words.toReporter] as [string, string]]),
      ...(words?.toCustomer === undefined
        ? []
        : [["  to the customer", words.toCustomer] as [string, string]]),
    ]),
  ]);
  const had = table(holders, [
    { title: "HAD IT", of: ({ account }) => account },
    { title: "ORDER", of: ({ orderId }) => orderId },
    { title: "SERVICE", of: ({ service }) => service },
    { title: "FROM", of: ({ from }) => time(from) },
    { title: "TO", of: ({ to }) => time(to) },
    { title: "AT THE TIME", of: ({ atTheTime }) => (atTheTime ? "yes" : "") },
  ]);
  return [facts, had].filter((part) => part !== "").join("\n\n");
}

interface AppealOptions {
  side: Side;
  text: string;
  received?: Date;
}

function addAppeal(group: Command, cli: Cli): void {
  const command = addCommand(
    group,
    "appeal",
    "enter an appeal that came by mail or telephone",
    'report appeal R17 --side reporter --text "The number is still in use." --received 2027-01-31',
  )
    .argument("<case>", "R17", caseId)
    .requiredOption("--side <side>", "who appeals: reporter, customer", oneOf(["reporter", "customer"]))
    .requiredOption("--text <text>", "why, in their words")
    .option("--received <time>", "when it came, if not now: it must have come in time", readTime);
  does(cli, command, async (session, { side, text, received }: AppealOptions, id: number) => {
    const input = { id, side, text, receivedAt: received ?? null, actor: session.actor };
    await enterAppeal(await openCases(session), input);
    return { data: { id, side }, text: () => `Case ${caseName(id)} waits for another decision.` };
  });
}

interface DecideOptions {
  outcome: Outcome;
  account?: string;
  toReporter?: string;
  toCustomer?: string;
}

function addDecide(group: Command, cli: Cli): void {
  const command = addCommand(
    group,
    "decide",
    "decide a report or an appeal, and tell both sides why; takes the number out or suspends the account",
    'report decide R17 --outcome number_retired --to-reporter "We took the number out."',
  )
    .argument("<case>", "R17", caseId)
    .requiredOption("--outcome <outcome>", outcomes.join(", "), oneOf(outcomes))
    .option("--account <account>", "name or ID of the customer whom it is about: one who had the number")
    .option("--to-reporter <text>", "the reasons that the reporter reads")
    .option("--to-customer <text>", "the reasons that the customer reads; say nothing of the reporter");
  does(cli, command, async (session, options: DecideOptions, id: number) => {
    const { outcome, account = null, toReporter = null, toCustomer = null } = options;
    await decide(await openCases(session), {
      id,
      outcome,
      account,
      toReporter,
      toCustomer,
      actor: session.actor,
    });
    return { data: { id, outcome }, text: () => `Case ${caseName(id)} is decided: ${outcome}.` };
  });
}
