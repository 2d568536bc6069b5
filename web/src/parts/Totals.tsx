import { Text } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { own } from "../api/client.ts";
import type { Mode } from "../state/mode.ts";
import { t } from "../texts/t.ts";

interface Counted {
  count: number;
  more?: boolean;
}

interface Props<T extends Counted> {
  /** The key of the list's query: both are read again together. */
  queryKey: readonly unknown[];
  /** Under /dashboard/api. */
  path: string;
  mode?: Mode;
  query: Record<string, string | undefined>;
  /** What is said besides the count. */
  more?: (totals: T) => string[];
}

/** How many rows a list has, all pages together, and what they add up to. */
export function Totals<T extends Counted>({ queryKey, path, mode, query, more = () => [] }: Props<T>) {
  const { sort: _, ...filter } = query;
  const { data } = useQuery({
    queryKey: [...queryKey, "totals"],
    queryFn: () => own<T>(path, { ...(mode ? { mode } : {}), query: filter }),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000, // Adding up is more work than the first page, which is read more often.
  });
  return (
    <Text size="sm" c="dimmed" role="status" mih={20}>
      {data && [t.common.total(data.count, data.more ?? false), ...more(data)].join(" · ")}
    </Text>
  );
}
