import { Text } from "@mantine/core";
import type { Erasure, Retained } from "#answers/operator/privacy.ts";
import { privacy as texts } from "../../../texts/privacy.ts";
import { Time } from "../../../ui/Time.tsx";
import { count } from "../../../ui/format.ts";
import type { Column } from "../../../ui/column.ts";

export const retentionColumns: Column<Retained>[] = [
  {
    title: texts.kind,
    cell: ({ kind, what }) => (
      <>
        {kind}
        <Text size="xs" c="dimmed">
          {what}
        </Text>
      </>
    ),
  },
  { title: texts.kept, cell: ({ rule }) => rule },
  {
    title: texts.due,
    right: true,
    cell: ({ due, more, first_due_at: at }) =>
      at === null ? (
        <Text c="dimmed">{texts.nothingDue}</Text>
      ) : (
        <>
          {texts.dueCount(due, more)}
          <Text size="xs" c="dimmed" component="div">
            {texts.first} <Time at={at} relative />
          </Text>
        </>
      ),
  },
];

export const erasureColumns: Column<Erasure>[] = [
  { title: texts.day, nowrap: true, cell: ({ day }) => day },
  { title: texts.kind, cell: ({ kind }) => kind },
  { title: texts.erased, right: true, cell: ({ erased }) => count(erased) },
];
