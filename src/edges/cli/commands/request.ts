import { readFile, writeFile } from "node:fs/promises";
import type { Command } from "commander";
import { exportRequest } from "../../../domain/cases/requests/export-request.ts";
import { notifyCustomers, postponeNotice } from "../../../domain/cases/requests/notice.ts";
import { listRequests } from "../../../domain/cases/requests/queries.ts";
import { readRequest } from "../../../domain/cases/requests/read-request.ts";
import { recordRequest } from "../../../domain/cases/requests/record-request.ts";
import { refuse, release } from "../../../domain/cases/requests/release.ts";
import { dataKinds, requestName, requestStates } from "../../../domain/cases/requests/request.ts";
import type { DataKind, RequestState } from "../../../domain/cases/requests/request.ts";
import { verifyDocument } from "../../../domain/cases/requests/signed-document.ts";
import { openCases } from "../case-deps.ts";
import { addCommand, addGroup, does, type Cli } from "../command.ts";
import { listOf, oneOf, time as readTime, whole } from "../parse.ts";
import { fields, table, time } from "../table.ts";

export function requestCommands(program: Command, cli: Cli): void {
  const group = addGroup(program, "request", "requests of authorities for data");
  add(group, cli);
  list(group, cli);
  show(group, cli);
  decisions(group, cli);
  notices(group, cli);
  exports(group, cli);
}

/** A7, or 7. */
const requestId = (text: string): number => whole(text.replace(/^a/i, ""));

interface AddOptions {
  authority: string;
  reference: string;
  legalBasis: string;
  number?: string;
  account?: string;
  from: Date;
  to: Date;
  kinds: DataKind[];
  noticeWaitsBecause?: string;
  noticeDue?: Date;
}

function add(group: Command, cli: Cli): void {
  const command = addCommand(
    group,
    "add",
    "record a request: who asks, by which law, and for exactly what",
    'request add --authority "Police of Kent" --reference K-123 --legal-basis "IPA 2016, s. 61" --number 447911123456 --from 2026-11-01 --to 2026-11-08 --kinds account,orders',
  )
    .requiredOption("--authority <name>", "who asks")
    .requiredOption("--reference <text>", "its reference")
    .requiredOption("--legal-basis <text>", "the law that it names")
    .option("--number <number>", "about a number")
    .option("--account <account>", "or about an account: its name or ID")
    .requiredOption("--from <time>", "the first moment of the time that is asked for", readTime)
    .requiredOption("--to <time>", "the end of that time, not included", readTime)
    .requiredOption("--kinds <kinds>", dataKinds.join(","), listOf(dataKinds))
    .option("--notice-waits-because <text>", "why the customer is not told at the release")
    .option("--notice-due <time>", "when the customer is told then", readTime);
  does(cli, command, async ({ db, clock, actor }, options: AddOptions) => {
    const {
      noticeWaitsBecause: because,
      noticeDue: until,
      number = null,
      account = null,
      ...asked
    } = options;
    if ((because === undefined) !== (until === undefined))
      command.error("error: --notice-waits-because and --notice-due need each other");
    const noticeWaits = because === undefined || until === undefined ? null : { because, until };
    const id = await recordRequest({ db, clock }, { ...asked, number, account, noticeWaits, actor });
    return { data: { id }, text: () => `Recorded as ${requestName(id)}; two operators release it.` };
  });
}

function list(group: Command, cli: Cli): void {
  const command = addCommand(group, "list", "the requests, newest first", "request list --due")
    .option("--state <state>", requestStates.join(", "), oneOf(requestStates))
    .option("--due", "only those whose customers should have been told by now")
    .option("--search <text>", "a request such as A7, an authority, its reference, digits of a number")
    .option("--limit <count>", "how many", whole, 100);
  type Options = { state?: RequestState; due?: boolean; search?: string; limit: number };
  does(cli, command, async ({ db, clock }, { state, due, search, limit }: Options) => {
    const everything = { beforeId: Number.MAX_SAFE_INTEGER, from: null, to: null };
    const dueAt = due ? clock.now() : null;
    const requests = await listRequests(
      db,
      { ...everything, state: state ?? null, dueAt, q: search ?? null },
      limit,
    );
    return {
      data: requests,
      text: () =>
        table(requests, [
          { title: "CASE", of: ({ id }) => requestName(id) },
          { title: "STATE", of: (request) => request.state },
          { title: "AUTHORITY", of: (request) => request.authority },
          { title: "REFERENCE", of: (request) => request.reference },
          { title: "ABOUT", of: (request) => request.number ?? request.account },
          { title: "CAME", of: (request) => time(request.createdAt) },
          {
            title: "CUSTOMER TOLD",
            of: ({ noticedAt, noticeDueAt }) =>
              noticedAt ? time(noticedAt) : noticeDueAt ? `due ${time(noticeDueAt)}` : "",
          },
        ]),
      note: requests.length === 0 ? "There is no such request." : "",
    };
  });
}

function show(group: Command, cli: Cli): void {
  const command = addCommand(group, "show", "a request, and who released it", "request show A7").argument(
    "<case>",
    "A7",
    requestId,
  );
  does(cli, command, async ({ db }, _options: object, id: number) => {
    const request = await readRequest(db, id);
    return {
      data: request,
      text: () =>
        fields([
          ["case", requestName(id)],
          ["state", request.state],
          ["authority", request.authority],
          ["reference", request.reference],
          ["legal basis", request.legalBasis],
          ["about", request.number === null ? request.account : `+${request.number}`],
          ["time", `${time(request.from)} to ${time(request.to)}`],
          ["kinds", request.kinds.join(", ")],
          [
            "released by",
            request.releases.map(({ username, at }) => `${username} (${time(at)})`).join(", ") || null,
          ],
          ["refused because", request.refusedBecause],
          [
            "customers",
            request.customers.map(({ username, letters }) => username + noteOfLetters(letters)).join(", ") ||
              null,
          ],
          ["told", request.noticedAt ? time(request.noticedAt) : null],
          [
            "tells them",
            request.noticeDueAt ? `${time(request.noticeDueAt)}: ${request.noticeWaitsBecause}` : null,
          ],
        ]),
    };
  });
}

const noteOfLetters = (letters: number | null): string =>
  letters === 0 ? " (no letter: no owner has a confirmed address)" : "";

function decisions(group: Command, cli: Cli): void {
  const releasing = addCommand(
    group,
    "release",
    "release it as one of two operators; --as is the name you sign in to the dashboard with",
    "request release A7 --as ada",
  ).argument("<case>", "A7", requestId);
  does(cli, releasing, async (session, _options: object, id: number) => {
    const operator = session.actor.replace(/^operator /, "");
    const { released } = await release(await openCases(session), { id, operator, actor: session.actor });
    return {
      data: { id, released },
      text: () =>
        `${requestName(id)} is ${released ? "released" : "released by you; another operator has to release it too"}.`,
    };
  });
  const refusing = addCommand(
    group,
    "refuse",
    "answer it with no",
    'request refuse A7 --reason "no legal basis"',
  )
    .argument("<case>", "A7", requestId)
    .requiredOption("--reason <text>", "why; it is kept with the case");
  does(cli, refusing, async ({ db, clock, actor }, { reason }: { reason: string }, id: number) => {
    await refuse({ db, clock }, { id, reason, actor });
    return { data: { id }, text: () => `${requestName(id)} is refused.` };
  });
}

function notices(group: Command, cli: Cli): void {
  const telling = addCommand(
    group,
    "notify",
    "tell the customers of a released request now",
    "request notify A7",
  ).argument("<case>", "A7", requestId);
  does(cli, telling, async (session, _options: object, id: number) => {
    const customersTold = await notifyCustomers(await openCases(session), { id, actor: session.actor });
    return {
      data: { id, customersTold },
      text: () =>
        `${customersTold} ${customersTold === 1 ? "customer" : "customers"} got a letter; "request show ${requestName(id)}" lists any who did not.`,
    };
  });
  const waiting = addCommand(
    group,
    "postpone-notice",
    "tell the customers later, for a reason",
    'request postpone-notice A7 --because "ongoing inquiry, K-123" --until 2027-02-01',
  )
    .argument("<case>", "A7", requestId)
    .requiredOption("--because <text>", "why")
    .requiredOption("--until <time>", "when they are told", readTime);
  type Options = { because: string; until: Date };
  does(cli, waiting, async ({ db, clock, actor }, options: Options, id: number) => {
    await postponeNotice({ db, clock }, { id, ...options, actor });
    return {
      data: { id },
      text: () => `The customers of ${requestName(id)} are told ${time(options.until)}.`,
    };
  });
}

function exports(group: Command, cli: Cli): void {
  const exporting = addCommand(
    group,
    "export",
    "write what was released into a signed file",
    "request export A7 --out A7.jsonl",
  )
    .argument("<case>", "A7", requestId)
    .requiredOption("--out <file>", "where to; it must not exist");
  does(cli, exporting, async (session, { out }: { out: string }, id: number) => {
    const { text } = await exportRequest(await openCases(session), { id, actor: session.actor });
    await writeFile(out, text, { flag: "wx", mode: 0o600 });
    return { data: { id, file: out }, text: () => `Written to ${out}.` };
  });
  const printing = addCommand(
    group,
    "public-key",
    "print the key that verifies exports, to give to an authority in another way than the file",
    "request public-key",
  );
  does(cli, printing, async (session) => {
    const publicKey = (await session.sealer()).publicKey();
    return { data: { publicKey }, text: () => publicKey.trim() };
  });
  const verifying = addCommand(
    group,
    "verify",
    "prove that an export is as it was signed here; exit code 1 if not",
    "request verify A7.jsonl",
  ).argument("<file>", "an export");
  does(cli, verifying, async (session, _options: object, path: string) => {
    const document = verifyDocument(await readFile(path, "utf8"), (await session.sealer()).publicKey());
    const name = String(document?.["case"] ?? "");
    return {
      data: { ok: document !== null, case: name },
      text: () =>
        document ? `The export of ${name} is as it was signed.` : "It was changed, or was not signed here.",
      exitCode: document ? 0 : 1,
    };
  });
}
