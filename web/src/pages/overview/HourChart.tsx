import "@mantine/charts/styles.css";
import { BarChart } from "@mantine/charts";
import type { Overview } from "../../api/types/operator.ts";
import { t } from "../../texts/t.ts";
import { shortTime } from "../../ui/format.ts";

export function HourChart({ hours }: { hours: Overview["hours"] }) {
  const total = hours.reduce((sum, { orders }) => sum + orders, 0);
  return (
    <div role="img" aria-label={`${t.operator.hours}: ${total} ${t.operator.orders}`}>
      <BarChart
        h={220}
        data={hours.map(({ hour, delivered, failed }) => ({ hour: shortTime(hour), delivered, failed }))}
        dataKey="hour"
        type="stacked"
        withLegend
        series={[
          { name: "delivered", label: t.operator.delivered, color: "amber.5" },
          { name: "failed", label: t.operator.failed, color: "gray.6" },
        ]}
        barProps={{ isAnimationActive: false }}
        tickLine="none"
      />
    </div>
  );
}
