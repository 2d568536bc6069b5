import { Select } from "@mantine/core";
import { useState } from "react";
import { presets, type Period } from "../state/period.ts";
import { t } from "../texts/t.ts";
import { DayField } from "./DayField.tsx";

interface Props {
  /** What happened then; default: "Period". */
  label?: string;
  value: Period;
  onChange: (change: { period?: string | null; from?: string | null; to?: string | null }) => void;
}

const custom = "custom";
const choices = [...presets, custom].map((value) => ({ value, label: t.common.periods[value] ?? value }));

/** When: one of the usual spans of days, or any, which is then chosen by its first and last day. */
export function PeriodField({ label = t.common.period, value: { period, from, to }, onChange }: Props) {
  const isGiven = from !== undefined || to !== undefined;
  const [isCustom, setCustom] = useState(isGiven);
  const shown = period ?? (isGiven || isCustom ? custom : null);
  return (
    <>
      <Select
        label={label}
        placeholder={t.common.anyTime}
        clearable
        data={choices}
        value={shown}
        onChange={(chosen) => {
          setCustom(chosen === custom);
          onChange({ period: chosen === custom ? null : chosen, from: null, to: null });
        }}
        w={{ base: "calc(50% - 5px)", xs: 140 }}
      />
      {shown === custom && (
        <>
          <DayField label={t.orders.from} value={from} onChange={(day) => onChange({ from: day })} />
          <DayField label={t.orders.to} isEnd value={to} onChange={(day) => onChange({ to: day })} />
        </>
      )}
    </>
  );
}
