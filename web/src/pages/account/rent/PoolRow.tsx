import { Button, Group, Table, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { ListedPool } from "#api-answers/catalogue.ts";
import { t } from "../../../texts/t.ts";
import { Money } from "../../../parts/Money.tsx";
import { useMe } from "../../../data/use-me.ts";
import { count, money, percent } from "../../../ui/format.ts";

interface Props {
  pool: ListedPool;
  best: ReactNode;
  busy: boolean;
  disabled: boolean;
  onRent: () => void;
}

export function PoolRow({ pool, best, busy, disabled, onRent }: Props) {
  const price = money(pool.price, useMe()?.account?.currency ?? "NGN");
  const success =
    pool.success_rate === null
      ? t.common.tooFew
      : `${percent(pool.success_rate)} ${t.common.sample(pool.sample_size)}`;
  const median = pool.median_seconds === null ? t.common.none : t.common.seconds(pool.median_seconds);
  const stock = pool.count > 0 ? count(pool.count) : t.rent.outOfStock;
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap="xs">
          <Text fw={500}>{pool.name}</Text>
          {best}
        </Group>
        <Text size="xs" c="dimmed" hiddenFrom="sm">
          {success} · {median} · {stock}
        </Text>
      </Table.Td>
      <Table.Td className="right nowrap wide-only">
        <Money amount={pool.price} />
      </Table.Td>
      <Table.Td className="right nowrap wide-only">{success}</Table.Td>
      <Table.Td className="right nowrap wide-only">{median}</Table.Td>
      <Table.Td className="right nowrap wide-only">{stock}</Table.Td>
      <Table.Td className="right">
        <Button
          size="xs"
          loading={busy}
          disabled={disabled || pool.count === 0}
          aria-label={t.rent.rentPool(price, pool.name)}
          onClick={onRent}
        >
          {t.rent.rentFor(price)}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
