/** How lists that are read page by page may be sorted: by the order in which their rows were written. */
export const sorts = ["newest", "oldest"] as const;
export type Sort = (typeof sorts)[number];

/** SQL: the rows behind the last row of the previous page, and the order they come in. `of` has no foreign text. */
export const behind = (sort: Sort, of: string, last: string): string =>
  `${of} ${sort === "oldest" ? ">" : "<"} ${last}`;
export const inOrder = (sort: Sort, ...columns: string[]): string =>
  `order by ${columns.map((column) => `${column} ${sort === "oldest" ? "asc" : "desc"}`).join(", ")}`;

/** The most rows that the totals of a list count: nobody waits for more. */
export const mostCounted = 100_000;
