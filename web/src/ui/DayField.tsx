import { TextInput } from "@mantine/core";

interface Props {
  label: string;
  /** A day or an exact time, as the address says it. */
  value: string | undefined;
  /** Midnight of the viewer's zone, as an exact time. */
  onChange: (value: string | null) => void;
}

/** A day to begin or to end with. */
export const DayField = ({ label, value, onChange }: Props) => (
  <TextInput
    type="date"
    label={label}
    value={value === undefined ? "" : localDay(new Date(value))}
    onChange={({ currentTarget: { value: day } }) => {
      const at = new Date(`${day}T00:00:00`);
      onChange(day === "" || Number.isNaN(at.getTime()) ? null : at.toISOString());
    }}
    w={{ base: "calc(50% - 5px)", xs: 150 }}
  />
);

const localDay = (at: Date): string =>
  Number.isNaN(at.getTime())
    ? ""
    : `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, "0")}-${String(at.getDate()).padStart(2, "0")}`;
