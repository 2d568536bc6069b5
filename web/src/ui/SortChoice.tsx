import { Select } from "@mantine/core";
import { t } from "../texts/t.ts";

interface Props {
  /** The orders that the server offers; the first is the usual one. */
  sorts?: readonly string[];
  value: string | undefined;
  onChange: (sort: string | null) => void;
}

const byTime = ["newest", "oldest"];

/** In which order a list comes that is read page by page: the server sorts it. */
export const SortChoice = ({ sorts = byTime, value, onChange }: Props) => (
  <Select
    label={t.common.sort}
    allowDeselect={false}
    data={sorts.map((sort) => ({ value: sort, label: t.common.sorts[sort] ?? sort }))}
    value={value ?? sorts[0] ?? null}
    onChange={(chosen) => onChange(chosen === sorts[0] ? null : chosen)}
    w={{ base: "calc(50% - 5px)", xs: 140 }}
  />
);
