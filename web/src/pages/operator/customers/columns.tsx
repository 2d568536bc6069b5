import { Text } from "@mantine/core";
import type { Customer } from "#answers/operator/customers.ts";
import { t } from "../../../texts/t.ts";
import { Light } from "../../../ui/Light.tsx";
import { Money } from "../../../parts/Money.tsx";
import { Time } from "../../../ui/Time.tsx";
import type { Column } from "../../../ui/column.ts";
import { count } from "../../../ui/format.ts";

export function customerState({
  suspended_at: suspended,
  closed_at: closed,
  awaits_pay_out: awaitsPayOut,
}: Customer): {
  state: "good" | "bad" | "idle";
  text: string;
} {
  if (awaitsPayOut) return { state: "bad", text: t.operator.closedOwing };
  if (closed !== null) return { state: "idle", text: t.operator.closed };
  if (suspended !== null) return { state: "bad", text: t.operator.suspended };
  return { state: "good", text: t.operator.active };
}

export const customerColumns: Column<Customer>[] = [
  {
    title: t.operator.customer,
    cell: ({ username, email }) => (
      <>
        <Text fw={500}>{username}</Text>
        <Text size="xs" c="dimmed">
          {email}
        </Text>
      </>
    ),
  },
  {
    title: t.operator.balance,
    right: true,
    nowrap: true,
    cell: ({ balance, currency }) => <Money amount={balance} currency={currency} />,
  },
  {
    title: t.operator.held,
    right: true,
    wide: true,
    nowrap: true,
    cell: ({ held, currency }) => <Money amount={held} currency={currency} />,
  },
  { title: t.operator.orders, right: true, wide: true, cell: ({ orders }) => count(orders) },
  { title: t.operator.state, cell: (customer) => <Light {...customerState(customer)} /> },
  { title: t.operator.since, wide: true, cell: ({ created_at: at }) => <Time at={at} /> },
];
