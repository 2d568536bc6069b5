import { Skeleton, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import type { Pages } from "../data/use-pages.ts";
import { t } from "../texts/t.ts";
import { DataTable } from "../ui/DataTable.tsx";
import { Failed } from "../ui/Failed.tsx";
import type { Column } from "../ui/column.ts";

interface Props<T> {
  label: string;
  pages: Pages<T>;
  columns: Column<T>[];
  rowKey: (row: T) => string | number;
  onRow?: (row: T) => void;
  empty: ReactNode;
}

/** A list that loads page by page, with its loading, error and empty states. */
export function PagedTable<T>({ label, pages, columns, rowKey, onRow, empty }: Props<T>) {
  if (pages.rows === undefined) {
    if (pages.error) return <Failed error={pages.error} onRetry={pages.retry} />;
    return (
      <Stack gap="xs" role="status" aria-label={t.common.loading}>
        {Array.from({ length: 8 }, (_, row) => (
          <Skeleton key={row} height={32} radius="sm" />
        ))}
      </Stack>
    );
  }
  if (pages.rows.length === 0) return <>{empty}</>;
  return (
    <div className={pages.isOld ? "old-rows" : undefined} aria-busy={pages.isOld}>
      {pages.error !== null && <Failed error={pages.error} onRetry={pages.retry} />}
      <DataTable
        label={label}
        columns={columns}
        rows={pages.rows}
        rowKey={rowKey}
        {...(onRow ? { onRow } : {})}
        more={pages.more}
      />
    </div>
  );
}
