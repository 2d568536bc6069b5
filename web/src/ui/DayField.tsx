import { TextInput } from "@mantine/core";
import { timeZone } from "../state/time-zone.ts";
import { dayAfter, dayOf, midnight } from "../state/wall-clock.ts";

interface Props {
  label: string;
  /** A day or an exact time, as in the URL. */
  value: string | undefined;
  /** The last day of a range, included in full: the time is that of its end. */
  isEnd?: boolean;
  /** Midnight in the viewer's zone, as an exact time. */
  onChange: (value: string | null) => void;
}

/** The first or last day of a range, both included. */
export const DayField = ({ label, value, isEnd = false, onChange }: Props) => (
  <TextInput
    type="date"
    label={label}
    value={value === undefined ? "" : shownDay(Date.parse(value) - (isEnd ? 1 : 0))}
    onChange={({ currentTarget: { value: day } }) =>
      onChange(
        day === "" ? null : (midnight(isEnd ? dayAfter(day, 1) : day, timeZone)?.toISOString() ?? null),
      )
    }
    w={{ base: "calc(50% - 5px)", xs: 138 }}
  />
);

const shownDay = (at: number): string => (Number.isNaN(at) ? "" : dayOf(new Date(at), timeZone));
