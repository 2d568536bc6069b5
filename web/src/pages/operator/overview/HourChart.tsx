import { Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { Figures, Overview } from "#answers/operator/overview.ts";
import { operator as operatorTexts } from "../../../texts/operator.ts";
import { t } from "../../../texts/t.ts";
import { Bars } from "../../../ui/Bars.tsx";
import { count, money, percent, shortTime } from "../../../ui/format.ts";

const partNames = operatorTexts.parts;
const hourMilliseconds = 3_600_000;

interface Metric {
  title: string;
  parts: (figures: Figures) => number[];
  written: (figures: Figures) => string;
  scale: (value: number) => string;
  least?: number;
}

const metricsIn = (currency: string): Record<string, Metric> => ({
  orders: {
    title: operatorTexts.orders,
    parts: ({ delivered, orders }) => [delivered, orders - delivered],
    written: ({ orders, delivered }) => operatorTexts.ofOrders(orders, delivered),
    scale: (value) => count(Math.ceil(value)),
  },
  success: {
    title: operatorTexts.success,
    parts: ({ success }) => [success ?? 0],
    written: ({ success, n }) => `${percent(success)} ${t.common.sample(n)}`,
    scale: percent,
    least: 100,
  },
  revenue: {
    title: operatorTexts.revenue,
    parts: ({ revenue, margin }) => [Math.max(0, margin), revenue - Math.max(0, margin)],
    written: ({ revenue, margin }) =>
      `${money(revenue, currency)}, ${operatorTexts.marginOf(money(margin, currency))}`,
    scale: (value) => money(value, currency),
  },
  seconds: {
    title: operatorTexts.seconds,
    parts: ({ median_seconds: median }) => [median ?? 0],
    written: ({ median_seconds: median }) => (median === null ? t.common.none : t.common.seconds(median)),
    scale: (value) => t.common.seconds(Math.ceil(value)),
  },
});

/** The four figures hour by hour; each hour links to its orders. */
export function HourChart({ hours, currency }: Pick<Overview, "hours" | "currency">) {
  const [name, setName] = useState("orders");
  const metrics = metricsIn(currency);
  const metric = metrics[name];
  if (!metric) return null;
  const bars = hours.map((figures) => {
    const from = new Date(figures.hour);
    const label = shortTime(figures.hour);
    const search = {
      mode: "live",
      from: figures.hour,
      to: new Date(from.getTime() + hourMilliseconds).toISOString(),
    };
    return {
      key: figures.hour,
      label,
      text: `${label}: ${metric.written(figures)}`,
      parts: metric.parts(figures),
      way: { to: "/operator/orders", search },
    };
  });
  return (
    <Stack gap="xs">
      <Group justify="space-between" gap="xs">
        <SegmentedControl
          size="xs"
          aria-label={operatorTexts.hours}
          data={Object.entries(metrics).map(([value, { title }]) => ({ value, label: title }))}
          value={name}
          onChange={setName}
        />
        {(name === "orders" || name === "revenue") && (
          <Group gap="sm">
            <Key color="var(--mantine-color-amber-5)" text={partNames[name][0]} />
            <Key color="var(--zap-rest)" text={partNames[name][1]} />
          </Group>
        )}
      </Group>
      <Bars
        label={`${operatorTexts.hours}: ${metric.title}`}
        bars={bars}
        scale={metric.scale}
        {...(metric.least === undefined ? {} : { least: metric.least })}
      />
    </Stack>
  );
}

const Key = ({ color, text }: { color: string; text: string }) => (
  <Group gap={6} wrap="nowrap">
    <span aria-hidden style={{ width: 10, height: 10, borderRadius: 2, background: color }} />
    <Text size="xs" c="dimmed">
      {text}
    </Text>
  </Group>
);
