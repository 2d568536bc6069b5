import type { Overview } from "../../api/types/operator.ts";
import { t } from "../../texts/t.ts";
import { Light } from "../../ui/Light.tsx";
import type { Column } from "../../ui/column.ts";
import { percent } from "../../ui/format.ts";

type Row = Overview["table"][number];

export const successColumns: Column<Row>[] = [
  { title: t.rent.service, cell: ({ name }) => name },
  { title: t.rent.pool, wide: true, cell: ({ pool }) => pool },
  { title: t.operator.orders, right: true, cell: ({ orders }) => orders.toLocaleString("en") },
  {
    title: t.operator.success,
    right: true,
    cell: ({ success, n }) => (
      <Light
        state={success === null ? "idle" : success >= 70 ? "good" : "bad"}
        text={success === null ? t.common.tooFew : `${percent(success)} ${t.common.sample(n)}`}
      />
    ),
  },
  {
    title: t.operator.seconds,
    right: true,
    wide: true,
    cell: ({ median_seconds: median }) => (median === null ? t.common.none : t.common.seconds(median)),
  },
];
