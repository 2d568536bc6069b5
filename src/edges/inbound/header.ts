import type { InboundRequest } from "./source-kind.ts";

/** The value of a header; empty if it is missing or given more than once. */
export function headerOf({ headers }: InboundRequest, name: string): string {
  const value = headers[name.toLowerCase()];
  return typeof value === "string" ? value : "";
}
