import { Select } from "@mantine/core";
import { t } from "../texts/t.ts";

interface Props {
  label: string;
  data: { value: string; label: string }[];
  value: string | undefined;
  onChange: (value: string | null) => void;
  width?: number;
  searchable?: boolean;
}

/** A filter that is one of several values, or all of them. */
export const Choice = ({ label, data, value, onChange, width = 150, searchable = false }: Props) => (
  <Select
    label={label}
    placeholder={t.common.all}
    clearable
    searchable={searchable}
    limit={100} // More than anyone reads: typing narrows the list.
    data={data}
    value={value ?? null}
    onChange={onChange}
    w={{ base: "calc(50% - 5px)", xs: width }}
  />
);
