import type { OperatorCase } from "#answers/cases.ts";
import { operatorReports as texts } from "../../../texts/cases.ts";
import { t } from "../../../texts/t.ts";
import { Time } from "../../../ui/Time.tsx";
import { WayLink } from "../../../ui/WayLink.tsx";
import type { Column } from "../../../ui/column.ts";

export const holderColumns: Column<OperatorCase["holders"][number]>[] = [
  {
    title: texts.customer,
    cell: ({ account, account_id: id }) => (
      <WayLink way={{ to: `/operator/customers/${id}` }} className="text-link">
        {account}
      </WayLink>
    ),
  },
  { title: texts.service, cell: ({ service }) => service },
  { title: texts.order, wide: true, cell: ({ order_id: order }) => order },
  { title: texts.from, cell: ({ from }) => <Time at={from} /> },
  { title: texts.to, wide: true, cell: ({ to }) => (to === null ? texts.still : <Time at={to} />) },
  {
    title: texts.atTheTime,
    wide: true,
    cell: ({ at_the_time: isThen }) => (isThen ? texts.yes : t.common.none),
  },
];
