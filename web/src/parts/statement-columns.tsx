import { Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { StatementLine } from "#answers/wallet.ts";
import { t } from "../../../texts/t.ts";
import { Money } from "../../../parts/Money.tsx";
import { Time } from "../../../ui/Time.tsx";
import type { Column } from "../../../ui/column.ts";

export const statementColumns: Column<StatementLine>[] = [
  { title: t.wallet.time, cell: ({ time }) => <Time at={time} /> },
  {
    title: t.wallet.what,
    cell: (row) => (
      <>
        {t.wallet.kinds[row.kind] ?? row.kind}
        {row.in === null && row.out === null && (
          <Text size="xs" c="dimmed">
            {t.wallet.ofHeld} <Money amount={row.amount} />
          </Text>
        )}
        {(row.reason || row.reference) && (
          <Text size="xs" c="dimmed">
            {[row.reason, row.reference].filter(Boolean).join(" · ")}
          </Text>
        )}
      </>
    ),
  },
  {
    title: t.wallet.order,
    wide: true,
    cell: ({ order_id: id }) =>
      id && (
        <Link to="/orders" search={{ order: Number(id) }} className="mono text-link">
          {id}
        </Link>
      ),
  },
  {
    title: t.wallet.amount,
    right: true,
    nowrap: true,
    narrow: true,
    cell: (row) =>
      row.in !== null ? (
        <>
          +<Money amount={row.in} />
        </>
      ) : (
        row.out !== null && (
          <>
            −<Money amount={row.out} />
          </>
        )
      ),
  },
  {
    title: t.wallet.in,
    right: true,
    nowrap: true,
    wide: true,
    cell: (row) => row.in !== null && <Money amount={row.in} />,
  },
  {
    title: t.wallet.out,
    right: true,
    nowrap: true,
    wide: true,
    cell: (row) => row.out !== null && <Money amount={row.out} />,
  },
  {
    title: t.wallet.after,
    right: true,
    nowrap: true,
    wide: true,
    cell: (row) => <Money amount={row.balance_after} />,
  },
];
