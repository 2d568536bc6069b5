import { Group, Text } from "@mantine/core";
import type { Pool } from "#answers/operator/pools.ts";
import { stock as stockTexts } from "../../../texts/stock.ts";
import { operator as operatorTexts } from "../../../texts/operator.ts";
import { t } from "../../../texts/t.ts";
import { Light } from "../../../ui/Light.tsx";
import { WayLink } from "../../../ui/WayLink.tsx";
import { RowButton } from "../../../ui/RowButton.tsx";
import type { Column } from "../../../ui/column.ts";
import { count, money } from "../../../ui/format.ts";
import { Margin } from "./Margin.tsx";

export const poolColumns = (currency: string, onEdit: (pool: Pool) => void): Column<Pool>[] => [
  {
    title: stockTexts.name,
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
        {retired !== null && <Light state="idle" text={stockTexts.retired} />}
      </>
    ),
  },
  {
    title: stockTexts.provider,
    wide: true,
    cell: ({ provider, supplier }) => `${provider}, ${operatorTexts.suppliers[supplier] ?? supplier}`,
  },
  {
    title: stockTexts.price,
    name: "price",
    sortBy: ({ price }) => price,
    right: true,
    nowrap: true,
    cell: ({ price }) => money(price, currency),
  },
  {
    title: stockTexts.cost,
    name: "cost",
    sortBy: ({ cost }) => cost,
    right: true,
    wide: true,
    nowrap: true,
    cell: ({ cost }) => money(cost, currency),
  },
  {
    title: stockTexts.margin,
    right: true,
    wide: true,
    nowrap: true,
    cell: ({ price, cost }) => <Margin price={price} cost={cost} currency={currency} />,
  },
  {
    title: stockTexts.late,
    wide: true,
    cell: ({ late_messages: late }) => stockTexts.lateKinds[late] ?? late,
  },
  {
    title: stockTexts.count,
    name: "numbers",
    sortBy: ({ numbers }) => numbers,
    right: true,
    wide: true,
    cell: ({ numbers }) => count(numbers),
  },
  { title: stockTexts.overrides, right: true, wide: true, cell: ({ overrides }) => overrides },
  {
    title: t.common.actions,
    right: true,
    cell: (pool) => (
      <Group gap={6} justify="flex-end" wrap="nowrap">
        <WayLink way={{ to: `/operator/pools/${pool.id}` }} className="text-link">
          {stockTexts.pricesLink}
        </WayLink>
        <RowButton text={stockTexts.edit} onClick={() => onEdit(pool)} />
      </Group>
    ),
  },
];
