import { Refusal } from "../../kit/errors.ts";
import { recordAction } from "../audit/record-action.ts";
import type { Deps } from "../deps.ts";
import { longestName } from "./line.ts";
import { lockLine, setLine, writeLinkState } from "./sql.ts";

type LineDeps = Pick<Deps, "db" | "clock">;

interface LineChange {
  id: number;
  reason: string;
  actor: string;
}

const lineNotFound = (id: number): Refusal =>
  new Refusal(
    "line_not_found",
    `There is no line ${id}. A line is known once a message has come in through it.`,
  );

/** Numbers that are heard through this line alone are not sold until it is up again. */
export const takeLineDown = (deps: LineDeps, change: LineChange): Promise<void> => set(deps, change, true);

/** Ends an outage, whoever reported it. */
export const bringLineUp = (deps: LineDeps, change: LineChange): Promise<void> => set(deps, change, false);

function set({ db, clock }: LineDeps, { id, reason, actor }: LineChange, isDown: boolean): Promise<void> {
  const at = clock.now();
  return db.transaction(async (tx) => {
    const line = await lockLine(tx, id);
    if (!line) throw lineNotFound(id);
    await setLine(tx, id, isDown ? { at, reason } : null);
    const action = isDown ? "line.down" : "line.up";
    const detail = { line: line.name, reason };
    await recordAction(tx, { at, actor, action, subject: `source ${line.sourceId}`, detail });
  });
}

/**
 * What a line's own link says: a device is offline, a session is bound. `line`: null if it is about the whole source,
 * and so about each of its lines. `fault`: why it is down; null: it is up. What an operator took down stays down.
 */
export const reportLink = (
  { db, clock }: LineDeps,
  report: { sourceId: number; line: string | null; fault: string | null },
): Promise<void> =>
  writeLinkState(db, { ...report, line: report.line?.slice(0, longestName) ?? null, at: clock.now() });
