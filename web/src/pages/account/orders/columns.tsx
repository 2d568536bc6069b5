import { Group, Text } from "@mantine/core";
import type { ListedOrder } from "#api-answers/orders.ts";
import { t } from "../../../texts/t.ts";
import { Flag } from "../../../ui/Flag.tsx";
import { ServiceIcon } from "../../../ui/ServiceIcon.tsx";
import { PhoneOrder } from "./PhoneOrder.tsx";
import { closingColumns } from "../../../parts/orders/order-columns.tsx";
import { StatusBadge } from "../../../ui/StatusBadge.tsx";
import type { Column } from "../../../ui/column.ts";
import { PhoneNumber } from "../../../ui/PhoneNumber.tsx";

const codeColumn: Column<ListedOrder> = {
  title: t.orders.code,
  wide: true,
  nowrap: true,
  cell: ({ sms_code: code }) => <span className="mono">{code ?? t.common.none}</span>,
};

/** `showsCodes`: whether the member may see codes. */
export const orderColumns = (
  nameOf: (slug: string) => string,
  showsCodes: boolean,
): Column<ListedOrder>[] => [
  {
    title: t.orders.title,
    narrow: true,
    cell: (order) => (
      <PhoneOrder order={order} name={nameOf(order.service)} code={showsCodes ? order.sms_code : null} />
    ),
  },
  {
    title: t.orders.service,
    wide: true,
    cell: ({ service, country }) => (
      <Group gap={8} wrap="nowrap">
        <ServiceIcon slug={service} name={service} size={22} />
        <Flag country={country} size={18} />
        <Text truncate maw={150}>
          {nameOf(service)}
        </Text>
      </Group>
    ),
  },
  {
    title: t.orders.number,
    wide: true,
    nowrap: true,
    cell: ({ number }) => (
      <span className="mono">
        <PhoneNumber digits={number} />
      </span>
    ),
  },
  ...(showsCodes ? [codeColumn] : []),
  { title: t.orders.status, wide: true, cell: ({ status }) => <StatusBadge status={status} /> },
  ...closingColumns,
];
