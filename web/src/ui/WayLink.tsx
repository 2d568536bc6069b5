import { Link, type LinkProps } from "@tanstack/react-router";
import type { ComponentProps, ReactNode } from "react";

/** Where a figure leads: a page, and its filters. */
export interface Way {
  to: string;
  search?: Record<string, string>;
}

interface Props extends Omit<ComponentProps<"a">, "href"> {
  way: Way;
  children: ReactNode;
}

/** Not fetched ahead: many of them stand on a page. */
export const WayLink = ({ way, ...props }: Props) => (
  <Link {...(way as LinkProps)} preload={false} {...props} />
);
