import { TextInput } from "@mantine/core";

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
    value={value === undefined ? "" : localDay(new Date(Date.parse(value) - (isEnd ? 1 : 0)))}
    onChange={({ currentTarget: { value: day } }) => {
      const at = new Date(`${day}T00:00:00`);
      if (isEnd) at.setDate(at.getDate() + 1);
      onChange(day === "" || Number.isNaN(at.getTime()) ? null : at.toISOString());
    }}
    w={{ base: "calc(50% - 5px)", xs: 138 }}
  />
);

const localDay = (at: Date): string =>
  Number.isNaN(at.getTime())
    ? ""
    : `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, "0")}-${String(at.getDate()).padStart(2, "0")}`;
