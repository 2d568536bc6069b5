import type { UseQueryResult } from "@tanstack/react-query";
import { t } from "../texts/t.ts";
import { Light } from "./Light.tsx";

/** Whether what is shown is kept up to date; a page whose server does not answer says since when it is old. */
export function Updated({ query }: { query: UseQueryResult<unknown> }) {
  if (query.data === undefined) return null;
  const at = new Date(query.dataUpdatedAt).toLocaleTimeString("en-GB");
  return query.failureCount > 0 || query.isError ? (
    <Light state="bad" text={t.operator.oldSince(at)} />
  ) : (
    <Light state="good" text={t.operator.live} />
  );
}
