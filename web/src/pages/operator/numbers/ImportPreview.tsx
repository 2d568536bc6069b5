import { Alert, Group, Stack, Text } from "@mantine/core";
import type { ImportRemark, ImportReport } from "#answers/operator/numbers.ts";
import { t } from "../../../texts/t.ts";
import { DataTable } from "../../../ui/DataTable.tsx";
import { Light } from "../../../ui/Light.tsx";
import type { Column } from "../../../ui/column.ts";

const columns: Column<ImportRemark>[] = [
  { title: t.stock.line, right: true, cell: ({ line }) => line },
  { title: t.stock.number, cell: ({ number }) => <span className="mono">{number}</span> },
  { title: t.stock.problem, cell: ({ reason }) => reason },
];

/** What an import would do, and what is wrong, line by line. */
export function ImportPreview({
  result: { read, empty, added, duplicates, rejected, more },
}: {
  result: ImportReport;
}) {
  const remarks = [...rejected, ...duplicates].toSorted((a, b) => a.line - b.line);
  return (
    <Stack gap="xs" role="status">
      <Alert color="amber">{t.stock.previewed(read, added, empty)}</Alert>
      <Group gap="xs">
        {remarks.length === 0 && <Light state="good" text={t.stock.allGood} />}
        {duplicates.length > 0 && <Light state="idle" text={t.stock.duplicates(duplicates.length)} />}
        {rejected.length > 0 && <Light state="bad" text={t.stock.rejected(rejected.length)} />}
      </Group>
      {remarks.length > 0 && (
        <DataTable
          label={t.stock.problem}
          columns={columns}
          rows={remarks}
          rowKey={({ line, reason }) => `${line} ${reason}`}
        />
      )}
      {more !== undefined && more > 0 && <Text c="dimmed">{t.stock.more(more)}</Text>}
    </Stack>
  );
}
