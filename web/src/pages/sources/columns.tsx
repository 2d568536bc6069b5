import { Button, Group, Text } from "@mantine/core";
import type { Source } from "../../api/types/operator.ts";
import { t } from "../../texts/t.ts";
import { Light } from "../../ui/Light.tsx";
import { Time } from "../../ui/Time.tsx";
import type { Column } from "../../ui/column.ts";

export const sourceColumns = (
  onTest: (source: Source) => void,
  onRotate: (source: Source) => void,
): Column<Source>[] => [
  {
    title: t.stock.name,
    cell: ({ name, kind, retired_at: retired }) => (
      <>
        <Text fw={500}>{name}</Text>
        <Text size="xs" c="dimmed">
          {kind}
        </Text>
        {retired !== null && <Light state="idle" text={t.stock.retired} />}
      </>
    ),
  },
  {
    title: t.stock.lastMessage,
    cell: ({ last_message_at: at }) => (at === null ? t.operator.noMessageYet : <Time at={at} relative />),
  },
  {
    title: t.stock.messagesToday,
    right: true,
    wide: true,
    cell: ({ messages_today: n }) => n.toLocaleString("en"),
  },
  {
    title: t.stock.unmatchedToday,
    right: true,
    wide: true,
    cell: ({ unmatched_today: n }) => n.toLocaleString("en"),
  },
  {
    title: t.common.actions,
    right: true,
    cell: (source) =>
      source.retired_at === null && (
        <Group gap={6} justify="flex-end">
          <Button variant="default" size="compact-sm" onClick={() => onTest(source)}>
            {t.stock.test}
          </Button>
          <Button variant="default" size="compact-sm" onClick={() => onRotate(source)}>
            {t.stock.rotate}
          </Button>
        </Group>
      ),
  },
];
