import { Button, Group, Text } from "@mantine/core";
import type { StockPool } from "../../api/types/stock.ts";
import { t } from "../../texts/t.ts";
import { Light } from "../../ui/Light.tsx";
import { Money } from "../../ui/Money.tsx";
import type { Column } from "../../ui/column.ts";

export const poolColumns = (
  onEdit: (pool: StockPool) => void,
  onPrices: (pool: StockPool) => void,
): Column<StockPool>[] => [
  {
    title: t.stock.name,
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
  { title: t.stock.provider, wide: true, cell: ({ provider, supplier }) => `${provider}, ${supplier}` },
  { title: t.stock.price, right: true, nowrap: true, cell: ({ price }) => <Money amount={price} /> },
  { title: t.stock.late, wide: true, cell: ({ late_messages: late }) => t.stock.lateKinds[late] ?? late },
  { title: t.stock.count, right: true, wide: true, cell: ({ numbers }) => numbers.toLocaleString("en") },
  { title: t.stock.overrides, right: true, wide: true, cell: ({ overrides }) => overrides },
  {
    title: t.common.actions,
    right: true,
    cell: (pool) => (
      <Group gap={6} justify="flex-end" wrap="nowrap">
        <Button variant="default" size="compact-sm" onClick={() => onPrices(pool)}>
          {t.stock.overrides}
        </Button>
        <Button variant="default" size="compact-sm" onClick={() => onEdit(pool)}>
          {t.stock.edit}
        </Button>
      </Group>
    ),
  },
];
