import type { ReactNode } from "react";

export interface Column<T> {
  title: string;
  cell: (row: T) => ReactNode;
  /** Figures. */
  right?: boolean;
  /** Left out on a phone. */
  wide?: boolean;
  nowrap?: boolean;
}

export const classesOf = <T>({ right, wide, nowrap }: Column<T>): string =>
  [right && "right", wide && "wide-only", nowrap && "nowrap"].filter(Boolean).join(" ");
