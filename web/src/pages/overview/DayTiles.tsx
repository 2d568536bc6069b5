import { SimpleGrid } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Overview } from "../../api/types/operator.ts";
import { t } from "../../texts/t.ts";
import { Tile } from "../../ui/Tile.tsx";
import { money, percent } from "../../ui/format.ts";

const seconds = (value: number | null): string => (value === null ? t.common.none : t.common.seconds(value));

/** Four figures of today against yesterday; each leads to the list behind it. */
export function DayTiles({ today, yesterday, currency }: Pick<Overview, "today" | "yesterday" | "currency">) {
  const tiles: [string, ReactNode, string][] = [
    [t.operator.orders, today.orders.toLocaleString("en"), yesterday.orders.toLocaleString("en")],
    [t.operator.success, percent(today.success), percent(yesterday.success)],
    [t.operator.revenue, money(today.revenue, currency), money(yesterday.revenue, currency)],
    [t.operator.seconds, seconds(today.median_seconds), seconds(yesterday.median_seconds)],
  ];
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="md">
      {tiles.map(([name, value, before]) => (
        <Link key={name} to="/operator/orders" style={{ color: "inherit", textDecoration: "none" }}>
          <Tile name={name} value={value} note={t.operator.against(before)} />
        </Link>
      ))}
    </SimpleGrid>
  );
}
