import { Table } from "@mantine/core";
import { memo, type KeyboardEvent, type MouseEvent } from "react";
import { classesOf, type Column } from "./column.ts";

interface Props<T> {
  index: number;
  row: T;
  columns: Column<T>[];
  onRow: ((row: T) => void) | undefined;
  measure: (element: Element | null) => void;
}

/** A row; if it leads somewhere, it is opened by click, Enter or space. */
function Row<T>({ index, row, columns, onRow, measure }: Props<T>) {
  const open = onRow && {
    className: "clickable",
    tabIndex: 0,
    onClick: (event: MouseEvent) => {
      // A link or button inside does only its own action.
      if (!(event.target as Element).closest("a, button")) onRow(row);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.target !== event.currentTarget || (event.key !== "Enter" && event.key !== " ")) return;
      event.preventDefault();
      onRow(row);
    },
  };
  return (
    <Table.Tr ref={measure} data-index={index} aria-rowindex={index + 2} {...open}>
      {columns.map((column) => (
        <Table.Td key={column.title} className={classesOf(column)}>
          {column.cell(row)}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

/** Scrolling renders only the rows that come into view. */
export const DataRow = memo(Row) as typeof Row;
