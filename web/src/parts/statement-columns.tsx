import { Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { StatementLine } from "#answers/wallet.ts";
import { t } from "../texts/t.ts";
import { Money } from "./Money.tsx";
import { Time } from "../ui/Time.tsx";
import type { Column } from "../ui/column.ts";

interface Shown {
  currency: string;
  /** Whether the reader is the customer: orders are links to their own. */
  isOwn: boolean;
}

export const statementColumns = ({ currency, isOwn }: Shown): Column<StatementLine>[] => [
  { title: t.wallet.time, cell: ({ time }) => <Time at={time} /> },
  {
    title: t.wallet.what,
    cell: (row) => (
      <>
        {t.wallet.kinds[row.kind] ?? row.kind}
        {row.in === null && row.out === null && (
          <Text size="xs" c="dimmed">
            {t.wallet.ofHeld} <Money amount={row.amount} currency={currency} />
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
      id &&
      (isOwn ? (
        <Link to="/orders" search={{ order: Number(id) }} className="mono text-link">
          {id}
        </Link>
      ) : (
        <Link to="/operator/orders" search={{ q: id, mode: "all" }} className="mono text-link">
          {id}
        </Link>
      )),
  },
  {
    title: t.wallet.amount,
    right: true,
    nowrap: true,
    narrow: true,
    cell: (row) =>
      row.in !== null ? (
        <>
          +<Money amount={row.in} currency={currency} />
        </>
      ) : (
        row.out !== null && (
          <>
            −<Money amount={row.out} currency={currency} />
          </>
        )
      ),
  },
  {
    title: t.wallet.in,
    right: true,
    nowrap: true,
    wide: true,
    cell: (row) => row.in !== null && <Money amount={row.in} currency={currency} />,
  },
  {
    title: t.wallet.out,
    right: true,
    nowrap: true,
    wide: true,
    cell: (row) => row.out !== null && <Money amount={row.out} currency={currency} />,
  },
  {
    title: t.wallet.after,
    right: true,
    nowrap: true,
    wide: true,
    cell: (row) => <Money amount={row.balance_after} currency={currency} />,
  },
];
