import { Group, Text } from "@mantine/core";
import type { Pool } from "#answers/operator/pools.ts";
import { t } from "../../../texts/t.ts";
import { Light } from "../../../ui/Light.tsx";
import { WayLink } from "../../../ui/WayLink.tsx";
import { RowButton } from "../../../ui/RowButton.tsx";
import type { Column } from "../../../ui/column.ts";
import { count, money } from "../../../ui/format.ts";
import { Margin } from "./Margin.tsx";

export const poolColumns = (currency: string, onEdit: (pool: Pool) => void): Column<Pool>[] => [
  {
    title: t.stock.name,
    name: "name",
    sortBy: ({ name }) => name.toLowerCase(),
    cell: ({ name, mode, retired_at: retired }) => (
      <>
        <Text fw={500}>{name}</Text>
        {mode === "test" && (
          <Text size="xs" c="dimmed">
            {t.shell.sandbox}
          </Text>
        )}
        {retired !== null && <Light state="idle" text={t.stock.retired} />}
      </>
    ),
  },
  {
    title: t.stock.provider,
    wide: true,
    cell: ({ provider, supplier }) => `${provider}, ${t.operator.suppliers[supplier] ?? supplier}`,
  },
  {
    title: t.stock.price,
    name: "price",
    sortBy: ({ price }) => price,
    right: true,
    nowrap: true,
    cell: ({ price }) => money(price, currency),
  },
  {
    title: t.stock.cost,
    name: "cost",
    sortBy: ({ cost }) => cost,
    right: true,
    wide: true,
    nowrap: true,
    cell: ({ cost }) => money(cost, currency),
  },
  {
    title: t.stock.margin,
    right: true,
    wide: true,
    nowrap: true,
    cell: ({ price, cost }) => <Margin price={price} cost={cost} currency={currency} />,
  },
  { title: t.stock.late, wide: true, cell: ({ late_messages: late }) => t.stock.lateKinds[late] ?? late },
  {
    title: t.stock.count,
    name: "numbers",
    sortBy: ({ numbers }) => numbers,
    right: true,
    wide: true,
    cell: ({ numbers }) => count(numbers),
  },
  { title: t.stock.overrides, right: true, wide: true, cell: ({ overrides }) => overrides },
  {
    title: t.common.actions,
    right: true,
    cell: (pool) => (
      <Group gap={6} justify="flex-end" wrap="nowrap">
        <WayLink way={{ to: `/operator/pools/${pool.id}` }} className="text-link">
          {t.stock.pricesLink}
        </WayLink>
        <RowButton text={t.stock.edit} onClick={() => onEdit(pool)} />
      </Group>
    ),
  },
];
