import { Type, type Static } from "typebox";
import { categories, outcomes, reportStates } from "../../../domain/cases/abuse/report.ts";
import { count, nullable, oneOf, shape, text, textOrNull, time, timeOrNull } from "./shapes.ts";

/** What somebody reads before they report. */
export const reportForm = shape({ mailbox: text, decision_days: count, appeal_days: count });
export type ReportForm = Static<typeof reportForm>;

export const reportReceipt = shape({
  /** R17 */
  name: text,
  /** Only for the reporter: whoever has it reads the case. */
  link: text,
  due_at: time,
});
export type ReportReceipt = Static<typeof reportReceipt>;

export const caseFields = {
  name: text,
  category: oneOf(categories),
  /** Null once the case's particulars are erased. */
  number: textOrNull,
  happened_at: timeOrNull,
  state: oneOf(reportStates),
  outcome: nullable(oneOf(outcomes)),
  created_at: time,
  due_at: time,
  decided_at: timeOrNull,
  appeal_until: timeOrNull,
};

const step = {
  at: time,
  kind: oneOf(["report", "decision", "appeal"]),
  side: oneOf(["reporter", "customer", "operator"]),
  outcome: nullable(oneOf(outcomes)),
};

/** A case as one side sees it. */
export const sideOfCase = shape({
  id: Type.Integer(),
  ...caseFields,
  /** Null for the customer. */
  created_at: timeOrNull,
  /** Null while this side waits for nothing. */
  due_at: timeOrNull,
  may_appeal: Type.Boolean(),
  steps: Type.Array(shape({ ...step, text: textOrNull })),
});
export type SideOfCase = Static<typeof sideOfCase>;

export const listedReport = shape({
  id: Type.Integer(),
  ...caseFields,
  account_id: nullable(Type.Integer()),
  account: textOrNull,
});
export type ListedReport = Static<typeof listedReport>;

export const operatorCase = shape({
  id: Type.Integer(),
  ...caseFields,
  /** The reporter's address; null if there is none. */
  email: textOrNull,
  account_id: nullable(Type.Integer()),
  account: textOrNull,
  steps: Type.Array(shape({ ...step, text: textOrNull, to_reporter: textOrNull, to_customer: textOrNull })),
  /** The sides that must be told of the next decision even if it changes nothing. */
  appellants: Type.Array(oneOf(["reporter", "customer"])),
  /** The number in our inventory; null if it is not there. */
  own_number: nullable(
    shape({
      id: Type.Integer(),
      retired_at: timeOrNull,
      /** Whether a case took it out, so that it can be put back. */
      out_by_case: Type.Boolean(),
    }),
  ),
  /** Who had it, newest first. */
  holders: Type.Array(
    shape({
      account_id: Type.Integer(),
      account: text,
      order_id: text,
      service: text,
      from: time,
      to: timeOrNull,
      /** Whether it was at the time that the report names. */
      at_the_time: Type.Boolean(),
    }),
  ),
});
export type OperatorCase = Static<typeof operatorCase>;
