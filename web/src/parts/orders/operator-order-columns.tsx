import { Group, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { OperatorOrder } from "#answers/operator/orders.ts";
import { operator as operatorTexts } from "../../texts/operator.ts";
import { t } from "../../texts/t.ts";
import { Flag } from "../../ui/Flag.tsx";
import { closingColumns } from "./order-columns.tsx";
import { StatusBadge } from "../../ui/StatusBadge.tsx";
import type { Column } from "../../ui/column.ts";
import { PhoneNumber } from "../../ui/PhoneNumber.tsx";

export const operatorOrderColumns: Column<OperatorOrder>[] = [
  {
    title: t.orders.service,
    cell: ({ service_name: service, country, mode, number }) => (
      <Group gap={8} wrap="nowrap">
        <Flag country={country} size={18} />
        <div>
          <Text truncate maw={140}>
            {service}
          </Text>
          <Text size="xs" className="mono phone-only">
            {number === null ? t.common.none : <PhoneNumber digits={number} />}
          </Text>
        </div>
        {mode === "test" && (
          <Text size="xs" c="dimmed">
            {t.shell.sandbox}
          </Text>
        )}
      </Group>
    ),
  },
  {
    title: t.orders.number,
    wide: true,
    nowrap: true,
    cell: ({ number }) => (
      <span className="mono">{number === null ? t.common.none : <PhoneNumber digits={number} />}</span>
    ),
  },
  {
    title: operatorTexts.customer,
    wide: true,
    cell: ({ account_id: id, username }) => (
      <Link to="/operator/customers/$id" params={{ id: String(id) }} className="text-link">
        {username}
      </Link>
    ),
  },
  { title: t.orders.pool, wide: true, cell: ({ pool }) => pool },
  { title: t.orders.status, nowrap: true, cell: ({ status }) => <StatusBadge status={status} /> },
  ...closingColumns,
];
