import { useInfiniteQuery } from "@tanstack/react-query";

export interface Pages<T> {
  rows: T[] | undefined;
  error: Error | null;
  retry: () => void;
  more: { has: boolean; busy: boolean; load: () => void };
}

const pageSize = 50;

/** A list of the server read page by page: `fetchPage(before, limit)`, `before` being what `cursorOf` says of the last row. */
export function usePages<T>(
  key: readonly unknown[],
  fetchPage: (before: string | undefined, limit: number) => Promise<T[]>,
  cursorOf: (row: T) => string | number,
): Pages<T> {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => fetchPage(pageParam, pageSize),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => {
      const last = page.at(-1);
      return page.length < pageSize || last === undefined ? undefined : String(cursorOf(last));
    },
  });
  return {
    rows: query.data?.pages.flat(),
    error: query.error,
    retry: () => void query.refetch(),
    more: {
      has: query.hasNextPage,
      busy: query.isFetchingNextPage,
      load: () => void query.fetchNextPage(),
    },
  };
}
