import type { ReactNode } from "react";

export interface Column<T> {
  title: string;
  cell: (row: T) => ReactNode;
  /** Numbers. */
  right?: boolean;
  /** Hidden on a phone. */
  wide?: boolean;
  /** Only on a phone. */
  narrow?: boolean;
  nowrap?: boolean;
  /** Its name in the page's address, for columns that lists are sorted by. */
  name?: string;
  /** What to sort by, in lists that have all their rows. */
  sortBy?: (row: T) => string | number | null;
}

export const classesOf = <T>({ right, wide, narrow, nowrap }: Column<T>): string =>
  [right && "right", wide && "wide-only", narrow && "phone-only", nowrap && "nowrap"]
    .filter(Boolean)
    .join(" ");
