import type { UseQueryResult } from "@tanstack/react-query";
import { t } from "../texts/t.ts";
import { Light } from "./Light.tsx";

/**
 * Whether the data shown is kept up to date; if the server does not answer, the page shows since when it is stale.
 */
export function Updated({ query }: { query: UseQueryResult<unknown> }) {
  if (query.data === undefined) return null;
  const at = new Date(query.dataUpdatedAt).toLocaleTimeString("en-GB");
  return query.failureCount > 0 || query.isError ? (
    <Light state="bad" text={t.operator.oldSince(at)} />
  ) : (
    <Light state="good" text={t.operator.live} />
  );
}
