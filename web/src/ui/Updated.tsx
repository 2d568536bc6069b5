import type { UseQueryResult } from "@tanstack/react-query";
import { operator as operatorTexts } from "../texts/operator.ts";
import { Light } from "./Light.tsx";
import { clockTime } from "./format.ts";

/**
 * Whether the data shown is kept up to date; if the server does not answer, the page shows since when it is stale.
 */
export function Updated({ query }: { query: UseQueryResult<unknown> }) {
  if (query.data === undefined) return null;
  const at = clockTime(query.dataUpdatedAt, true);
  return query.failureCount > 0 || query.isError ? (
    <Light state="bad" text={operatorTexts.oldSince(at)} />
  ) : (
    <Light state="good" text={operatorTexts.live} />
  );
}
