import { Table, UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { t } from "../texts/t.ts";
import { classesOf, type Column } from "./column.ts";
import type { SortedBy } from "./use-sorted.ts";

interface Props<T> {
  column: Column<T>;
  by: SortedBy | null;
  onSort: (name: string) => void;
}

/** The head of a column; a list that has all its rows is sorted with it. */
export function HeadCell<T>({ column, by, onSort }: Props<T>) {
  const { title, name, sortBy } = column;
  const isBy = name !== undefined && by?.name === name;
  const Arrow = by?.isDown ? IconArrowDown : IconArrowUp;
  return (
    <Table.Th
      className={classesOf(column)}
      scope="col"
      aria-sort={isBy ? (by.isDown ? "descending" : "ascending") : undefined}
    >
      {sortBy && name !== undefined ? (
        <UnstyledButton className="sort-head" title={t.common.sortBy(title)} onClick={() => onSort(name)}>
          {title}
          {isBy && <Arrow size={13} aria-hidden />}
        </UnstyledButton>
      ) : (
        title
      )}
    </Table.Th>
  );
}
