import { Group, Text } from "@mantine/core";
import type { ListedOrder } from "#api-answers/orders.ts";
import { t } from "../../../texts/t.ts";
import { Flag } from "../../../ui/Flag.tsx";
import { Money } from "../../../parts/Money.tsx";
import { ServiceIcon } from "../../../ui/ServiceIcon.tsx";
import { StatusBadge } from "../../../ui/StatusBadge.tsx";
import { Time } from "../../../ui/Time.tsx";
import type { Column } from "../../../ui/column.ts";
import { readable } from "../../../ui/phone.ts";

const codeColumn: Column<ListedOrder> = {
  title: t.orders.code,
  wide: true,
  nowrap: true,
  cell: ({ sms_code: code }) => <span className="mono">{code ?? t.common.none}</span>,
};

/** `showsCodes`: whether the member may see what came. */
export const orderColumns = (
  nameOf: (slug: string) => string,
  showsCodes: boolean,
): Column<ListedOrder>[] => [
  {
    title: t.orders.service,
    cell: ({ service, country }) => (
      <Group gap={8} wrap="nowrap">
        <ServiceIcon slug={service} name={service} size={22} />
        <Flag country={country} size={18} />
        <Text truncate maw={{ base: 84, sm: 150 }}>
          {nameOf(service)}
        </Text>
      </Group>
    ),
  },
  {
    title: t.orders.number,
    nowrap: true,
    cell: ({ number }) => <span className="mono">{readable(number)}</span>,
  },
  ...(showsCodes ? [codeColumn] : []),
  { title: t.orders.status, cell: ({ status }) => <StatusBadge status={status} /> },
  {
    title: t.orders.price,
    right: true,
    wide: true,
    nowrap: true,
    cell: ({ price }) => <Money amount={price} />,
  },
  { title: t.orders.time, wide: true, cell: ({ created_at: at }) => <Time at={at} /> },
  {
    title: t.orders.id,
    right: true,
    wide: true,
    cell: ({ order_id: id }) => <span className="mono">{id}</span>,
  },
];
