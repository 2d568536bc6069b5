import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import { t } from "../texts/t.ts";
import { Empty } from "../ui/Empty.tsx";

interface Props<T> {
  /** What the filters let through of a list that is there as a whole. */
  rows: T[];
  table: (rows: T[]) => ReactNode;
}

/** How many rows were found, and the rows. */
export const FoundRows = <T,>({ rows, table }: Props<T>) => (
  <>
    <Text size="sm" c="dimmed" role="status">
      {t.common.total(rows.length, false)}
    </Text>
    {rows.length === 0 ? <Empty text={t.common.noneFound} /> : table(rows)}
  </>
);
