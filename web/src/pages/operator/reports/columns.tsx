import type { ListedReport } from "#answers/cases.ts";
import { CaseState, numberOf } from "../../../parts/cases/case-facts.tsx";
import { cases, operatorReports as texts } from "../../../texts/cases.ts";
import { t } from "../../../texts/t.ts";
import { Time } from "../../../ui/Time.tsx";
import type { Column } from "../../../ui/column.ts";

export const reportColumns: Column<ListedReport>[] = [
  { title: texts.name, nowrap: true, cell: ({ name }) => name },
  { title: cases.state, cell: (report) => <CaseState {...report} /> },
  { title: cases.number, nowrap: true, cell: numberOf },
  { title: cases.category, wide: true, cell: ({ category }) => cases.categories[category] ?? category },
  {
    title: cases.outcome,
    wide: true,
    cell: ({ outcome }) => (outcome === null ? t.common.none : (cases.outcomes[outcome] ?? outcome)),
  },
  { title: texts.customer, wide: true, cell: ({ account }) => account ?? t.common.none },
  { title: cases.received, wide: true, cell: ({ created_at: at }) => <Time at={at} /> },
  {
    title: cases.dueAt,
    wide: true,
    cell: ({ state, due_at: at }) => (state === "decided" ? t.common.none : <Time at={at} />),
  },
];
