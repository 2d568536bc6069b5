import "@mantine/charts/styles.css";
import { BarChart } from "@mantine/charts";
import type { Spending } from "../../api/types/wallet.ts";
import { locale, t } from "../../texts/t.ts";
import { money } from "../../ui/format.ts";

const written = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" });

export function SpendingChart({ days, currency }: { days: Spending["days"]; currency: string }) {
  const total = days.reduce((sum, { spent }) => sum + spent, 0);
  return (
    <div role="img" aria-label={t.wallet.chartText(money(total, currency), "")}>
      <BarChart
        h={180}
        data={days.map(({ day, spent }) => ({ day: written.format(new Date(day)), spent }))}
        dataKey="day"
        series={[{ name: "spent", label: t.wallet.spent, color: "amber.5" }]}
        valueFormatter={(value) => money(value, currency)}
        yAxisProps={{ width: 80, interval: 0, tickFormatter: (value: number) => money(value, currency, 0) }}
        barProps={{ isAnimationActive: false }}
        tickLine="none"
      />
    </div>
  );
}
