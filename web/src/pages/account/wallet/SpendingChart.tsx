import type { Spending } from "#answers/wallet.ts";
import { locale } from "../../../texts/language.ts";
import { t } from "../../../texts/t.ts";
import { Bars } from "../../../ui/Bars.tsx";
import { money } from "../../../ui/format.ts";

const written = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" });

export function SpendingChart({ days, currency }: { days: Spending["days"]; currency: string }) {
  const total = days.reduce((sum, { spent }) => sum + spent, 0);
  const bars = days.map(({ day, spent }) => {
    const label = written.format(new Date(day));
    return { key: day, label, text: `${label}: ${money(spent, currency)}`, parts: [Math.max(0, spent)] };
  });
  const label = t.wallet.chartText(money(total, currency), "");
  return <Bars label={label} bars={bars} scale={(value) => money(value, currency, 0)} height={150} />;
}
