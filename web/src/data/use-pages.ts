import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";

export interface Pages<T> {
  rows: T[] | undefined;
  /** Whether these are still the rows of the previous filter. */
  isOld: boolean;
  error: Error | null;
  retry: () => void;
  more: { has: boolean; busy: boolean; load: () => void };
}

const pageSize = 50;

/**
 * A list from the server, read page by page: `fetchPage(before, limit)`, where `before` is what `cursorOf` returns
 * for the last row.
 */
export function usePages<T>(
  key: readonly unknown[],
  fetchPage: (before: string | undefined, limit: number) => Promise<T[]>,
  cursorOf: (row: T) => string | number,
  { liveSeconds }: { liveSeconds?: number } = {},
): Pages<T> {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => fetchPage(pageParam, pageSize),
    initialPageParam: undefined as string | undefined,
    placeholderData: keepPreviousData,
    // The top of the list stays fresh; a list that was scrolled far is not refetched.
    refetchInterval: ({ state }) =>
      liveSeconds !== undefined && state.data?.pages.length === 1 ? liveSeconds * 1000 : false,
    getNextPageParam: (page) => {
      const last = page.at(-1);
      return page.length < pageSize || last === undefined ? undefined : String(cursorOf(last));
    },
  });
  return {
    rows: query.data?.pages.flat(),
    isOld: query.isPlaceholderData,
    error: query.error,
    retry: () => void query.refetch(),
    more: {
      has: query.hasNextPage,
      busy: query.isFetchingNextPage,
      load: () => void query.fetchNextPage(),
    },
  };
}
