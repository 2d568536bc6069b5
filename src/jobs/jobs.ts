import type { JobRun } from "../domain/monitoring/job-run.ts";
import type { Deps } from "../domain/deps.ts";
import { anchorChain } from "../domain/audit/chain/anchor.ts";
import { extendChain } from "../domain/audit/chain/extend.ts";
import { listAnchors, type Anchor } from "../domain/audit/chain/queries.ts";
import { countOutcomes } from "../domain/catalog/count-outcomes.ts";
import { noteErasures } from "../domain/erasures/note-erasures.ts";
import { forgetLines, learnUsualGaps } from "../domain/lines/keep-lines.ts";
import { handOverDue } from "../domain/messages/hand-over.ts";
import { forgetUses } from "../domain/numbers/uses/forget-uses.ts";
import { expireDue } from "../domain/orders/expire.ts";
import type { OrderRules } from "../domain/orders/order.ts";
import { settleAbandoned } from "../domain/orders/settle.ts";
import { deliverDue, type DeliverDeps } from "../domain/sandbox/deliver-due.ts";
import { returnNumbers } from "../domain/orders/returns/return-numbers.ts";
import type { Suppliers } from "../domain/suppliers/supplier.ts";
import type { Letter } from "../domain/mail/letter.ts";
import { forgetCursors, sendPushes } from "../domain/push/send-pushes.ts";
import type { SendPush } from "../domain/push/subscription.ts";
import { sendDue } from "../domain/mail/send-due.ts";
import { every, type Repeated } from "../kit/every.ts";
import { mailAnchorTo } from "./anchor-letter.ts";
import { cleanUp } from "./clean-up.ts";

export interface JobDeps extends Deps, DeliverDeps {
  rules: OrderRules;
  suppliers: Suppliers;
  flushKeyUses: () => Promise<void>;
  flushRefusals: () => Promise<void>;
  flushHeard: () => Promise<void>;
  /** Keeps the links to carriers that this process owns, and takes over what nobody owns. */
  holdLinks: () => Promise<void>;
  /** Null without a mail server: e-mails wait in the outbox for the operator. */
  sendLetter: ((letter: Letter) => Promise<void>) | null;
  sendPush: SendPush;
  messageRetentionDays: number;
  eventRetentionDays: number;
  evidenceRetentionDays: number;
  caseRetentionDays: number;
  /** Gets the audit log's anchor once a day; empty: nobody does. */
  auditMailbox: string;
  /** Writes the audit log's anchors where they are kept outside the database. */
  keepAnchors: (anchors: Anchor[]) => Promise<void>;
  /** Called after every turn. */
  onTurn: (job: string, seconds: number, ok: boolean) => void;
}

export interface Jobs {
  runs: JobRun[];
  stop(): Promise<void>;
}

/**
 * The scheduled jobs. Each finds its work in the rows that are due and skips rows that another process has locked, so
 * any number of processes may run them, and a crash loses nothing.
 */
export function startJobs(deps: JobDeps): Jobs {
  const { sendLetter } = deps;
  const runs: JobRun[] = [];
  const job = (milliseconds: number, name: string, work: () => Promise<unknown>): Repeated => {
    const run: JobRun = {
      name,
      everySeconds: milliseconds / 1000,
      startedAt: null,
      lastRunAt: null,
      ok: null,
      lastMilliseconds: null,
      turns: 0,
      failures: 0,
      runNow: () =>
        turn().then(
          () => true,
          () => false,
        ),
    };
    const turn = (): Promise<void> => noted(deps, run, work);
    runs.push(run);
    return every(milliseconds, name, deps.log, turn);
  };
  const jobs = [
    job(250, "expire orders", () => expireDue(deps)),
    job(250, "deliver sandbox messages", () => deliverDue(deps)),
    job(1_000, "hand over incomplete messages", () => handOverDue(deps)),
    job(5_000, "settle abandoned orders", () => settleAbandoned(deps)),
    job(5_000, "return numbers to suppliers", () => returnNumbers(deps, deps.rules.supplierSeconds)),
    job(1_000, "send pushes", () => sendPushes(deps, deps.sendPush)),
    job(2_000, "hold links", deps.holdLinks),
    job(10_000, "note key uses", deps.flushKeyUses),
    job(60_000, "count refusals", deps.flushRefusals),
    job(5_000, "note what lines hear", deps.flushHeard),
    job(600_000, "learn usual gaps of lines", () => learnUsualGaps(deps)),
    job(30_000, "count outcomes", () => countOutcomes(deps)),
    job(5_000, "chain the audit log", () => extendChain(deps)),
    job(60_000, "anchor the audit log", async () => {
      await anchorChain(deps, mailAnchorTo(deps, deps.auditMailbox));
      await deps.keepAnchors(await listAnchors(deps.db));
    }),
    job(600_000, "clean up", async () => {
      await cleanUp(deps);
      const uses = await forgetUses(deps);
      await noteErasures(deps.db, { uses }, deps.clock.now());
      await forgetCursors(deps);
      await forgetLines(deps);
    }),
    ...(sendLetter ? [job(2_000, "send letters", () => sendDue(deps, sendLetter))] : []),
  ];
  return { runs, stop: async () => void (await Promise.all(jobs.map((one) => one.stop()))) };
}

/** Does the work, and records when it ran, how long it took, and whether it succeeded. */
async function noted({ clock, onTurn }: JobDeps, run: JobRun, work: () => Promise<unknown>): Promise<void> {
  const began = performance.now();
  run.startedAt = clock.now();
  run.turns++;
  let ok = false;
  try {
    await work();
    ok = true;
  } finally {
    const lastMilliseconds = performance.now() - began;
    Object.assign(run, { startedAt: null, lastRunAt: clock.now(), ok, lastMilliseconds });
    if (!ok) run.failures++;
    onTurn(run.name, lastMilliseconds / 1000, ok);
  }
}
