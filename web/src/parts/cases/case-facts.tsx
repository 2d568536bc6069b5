import type { ReactNode } from "react";
import type { ListedReport, OperatorCase, SideOfCase } from "#answers/cases.ts";
import { cases as texts } from "../../texts/cases.ts";
import { t } from "../../texts/t.ts";
import { Light } from "../../ui/Light.tsx";
import { PhoneNumber } from "../../ui/PhoneNumber.tsx";
import { Time } from "../../ui/Time.tsx";

type Shown = SideOfCase | OperatorCase | ListedReport;

/** Where a case stands; late if its decision is overdue. */
export function CaseState({ state, due_at: due }: Pick<Shown, "state" | "due_at">) {
  const text = texts.states[state] ?? state;
  if (state === "decided") return <Light state="good" text={text} />;
  const isLate = due !== null && Date.parse(due) < Date.now();
  return <Light state={isLate ? "bad" : "idle"} text={isLate ? `${text}, ${texts.late}` : text} />;
}

export const numberOf = ({ number }: Pick<Shown, "number">): ReactNode =>
  number === null ? texts.erased : <PhoneNumber key="number" digits={number} />;

/** What there is to know of a case, besides what was said. */
export function caseFacts(one: Shown): [string, ReactNode][] {
  const time = (at: string | null): ReactNode => (at === null ? t.common.none : <Time at={at} />);
  const isWaiting = one.state !== "decided";
  return [
    [texts.state, <CaseState key="state" {...one} />],
    ...(isWaiting ? [[texts.dueAt, time(one.due_at)] as [string, ReactNode]] : []),
    ...(one.outcome === null
      ? []
      : ([
          [texts.outcome, texts.outcomes[one.outcome] ?? one.outcome],
          [texts.decidedAt, time(one.decided_at)],
          [texts.appealUntil, time(one.appeal_until)],
        ] as [string, ReactNode][])),
    [texts.number, numberOf(one)],
    [texts.category, texts.categories[one.category] ?? one.category],
    ...(one.happened_at === null ? [] : [[texts.happened, time(one.happened_at)] as [string, ReactNode]]),
    ...(one.created_at === null ? [] : [[texts.received, time(one.created_at)] as [string, ReactNode]]),
  ];
}
