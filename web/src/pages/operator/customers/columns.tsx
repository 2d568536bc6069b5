import { Text } from "@mantine/core";
import type { Customer } from "#answers/operator/customers.ts";
import { operator as operatorTexts } from "../../../texts/operator.ts";
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
  if (awaitsPayOut) return { state: "bad", text: operatorTexts.closedOwing };
  if (closed !== null) return { state: "idle", text: operatorTexts.closed };
  if (suspended !== null) return { state: "bad", text: operatorTexts.suspended };
  return { state: "good", text: operatorTexts.active };
}

export const customerColumns: Column<Customer>[] = [
  {
    title: operatorTexts.customer,
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
    title: operatorTexts.balance,
    right: true,
    nowrap: true,
    cell: ({ balance, currency }) => <Money amount={balance} currency={currency} />,
  },
  {
    title: operatorTexts.held,
    right: true,
    wide: true,
    nowrap: true,
    cell: ({ held, currency }) => <Money amount={held} currency={currency} />,
  },
  { title: operatorTexts.orders, right: true, wide: true, cell: ({ orders }) => count(orders) },
  { title: operatorTexts.state, cell: (customer) => <Light {...customerState(customer)} /> },
  { title: operatorTexts.since, wide: true, cell: ({ created_at: at }) => <Time at={at} /> },
];
