import { Link, type LinkProps } from "@tanstack/react-router";
import type { ComponentProps, ReactNode } from "react";

/** Where a figure links to: a page, and its filters. */
export interface Way {
  to: string;
  search?: Record<string, string>;
}

interface Props extends Omit<ComponentProps<"a">, "href"> {
  way: Way;
  children: ReactNode;
}

/** Not prefetched: a page has many of them. */
export const WayLink = ({ way, ...props }: Props) => (
  <Link {...(way as LinkProps)} preload={false} {...props} />
);
