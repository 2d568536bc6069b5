import { useNavigate, useRouterState } from "@tanstack/react-router";

/** Filters as in the page's URL: text filters, and flags that are only present. */
export type Search<K extends string> = { [key in K]?: string };

/** For `validateSearch`: the values of these in the URL, as texts. */
export const searchOf =
  <K extends string>(...keys: K[]) =>
  (search: Record<string, unknown>): Search<K> =>
    Object.fromEntries(
      keys.flatMap((key) => {
        const value = search[key];
        const isThere = (typeof value === "string" && value !== "") || typeof value === "number";
        return isThere ? [[key, String(value)]] : [];
      }),
    ) as Search<K>;

/**
 * The page's filters, and how to change some: they are kept in the URL, for links and the back button. Whatever else
 * the URL says stays.
 */
export function useFilters<K extends string>(
  ...keys: K[]
): [Search<K>, (change: { [key in K]?: string | null }) => void] {
  const all = useRouterState({ select: ({ location }) => location.search as Record<string, unknown> });
  const navigate = useNavigate();
  const search = searchOf(...keys)(all);
  const change = (given: { [key in K]?: string | null }): void => {
    const next = (now: object) =>
      Object.fromEntries(
        Object.entries({ ...now, ...given }).filter(([, value]) => value !== null && value !== ""),
      );
    void navigate({ to: ".", search: next as never, replace: true, resetScroll: false });
  };
  return [search, change];
}

/** Whether one of the texts contains what was searched for, in small or capital letters. */
export const contains = (q: string | undefined, ...texts: (string | null | undefined)[]): boolean =>
  q === undefined || texts.some((text) => text?.toLowerCase().includes(q.toLowerCase()));
