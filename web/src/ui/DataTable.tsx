import { Button, Center, Loader, Table } from "@mantine/core";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useRef } from "react";
import { t } from "../texts/t.ts";
import { DataRow } from "./DataRow.tsx";
import { HeadCell } from "./HeadCell.tsx";
import type { Column } from "./column.ts";
import { useSorted } from "./use-sorted.ts";
import "./DataTable.css";

interface Props<T> {
  label: string;
  columns: Column<T>[];
  rows: T[];
  rowKey: (row: T) => string | number;
  onRow?: (row: T) => void;
  /** The page's address says which column it is sorted by: for the main list of a page. */
  isMain?: boolean;
  more?: { has: boolean; busy: boolean; load: () => void };
}

/** Any number of rows: only visible ones are rendered, and the next page is fetched as the end comes near. */
export function DataTable<T>({ label, columns, rows: given, rowKey, onRow, isMain = false, more }: Props<T>) {
  const { sorted: rows, by, choose } = useSorted(columns, given, isMain);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 44,
    overscan: 12,
    useFlushSync: false,
    initialRect: { width: 800, height: 900 },
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const isNearEnd = rows.length > 0 && last >= rows.length - 10;
  useEffect(() => {
    if (isNearEnd && more?.has && !more.busy && rows.length >= 50) more.load();
  }, [isNearEnd, more, rows.length]);
  const open = useLatest(onRow);
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);

  return (
    // Can be scrolled by keyboard.
    <div className="table-scroll" ref={scroller} tabIndex={0} role="region" aria-label={label}>
      <Table
        highlightOnHover={onRow !== undefined}
        verticalSpacing={8}
        aria-rowcount={more?.has ? -1 : rows.length}
      >
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <HeadCell key={column.title} column={column} by={by} onSort={choose} />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {above > 0 && <tr style={{ height: above }} aria-hidden />}
          {items.map(({ index }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <DataRow
                key={rowKey(row)}
                index={index}
                row={row}
                columns={columns}
                onRow={onRow && open}
                measure={virtual.measureElement}
              />
            );
          })}
          {below > 0 && <tr style={{ height: below }} aria-hidden />}
        </Table.Tbody>
      </Table>
      {more?.has && (
        <Center p="xs">
          {more.busy ? (
            <Loader size="sm" aria-label={t.common.loading} />
          ) : (
            <Button variant="default" size="xs" onClick={more.load}>
              {t.common.more}
            </Button>
          )}
        </Center>
      )}
    </div>
  );
}

/** A stable function that calls the latest one, so that rows need not be rendered again. */
function useLatest<T>(call: ((row: T) => void) | undefined): (row: T) => void {
  const latest = useRef(call);
  useEffect(() => {
    latest.current = call;
  });
  return useCallback((row: T) => latest.current?.(row), []);
}
