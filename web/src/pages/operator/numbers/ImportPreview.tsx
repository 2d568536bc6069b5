import { Alert, Group, Stack, Text } from "@mantine/core";
import type { ImportRemark, ImportReport } from "#answers/operator/numbers.ts";
import { stock as stockTexts } from "../../../texts/stock.ts";
import { DataTable } from "../../../ui/DataTable.tsx";
import { Light } from "../../../ui/Light.tsx";
import type { Column } from "../../../ui/column.ts";

const columns: Column<ImportRemark>[] = [
  { title: stockTexts.line, right: true, cell: ({ line }) => line },
  { title: stockTexts.number, cell: ({ number }) => <span className="mono">{number}</span> },
  { title: stockTexts.problem, cell: ({ reason }) => reason },
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
      <Alert color="amber">{stockTexts.previewed(read, added, empty)}</Alert>
      <Group gap="xs">
        {remarks.length === 0 && <Light state="good" text={stockTexts.allGood} />}
        {duplicates.length > 0 && <Light state="idle" text={stockTexts.duplicates(duplicates.length)} />}
        {rejected.length > 0 && <Light state="bad" text={stockTexts.rejected(rejected.length)} />}
      </Group>
      {remarks.length > 0 && (
        <DataTable
          label={stockTexts.problem}
          columns={columns}
          rows={remarks}
          rowKey={({ line, reason }) => `${line} ${reason}`}
        />
      )}
      {more !== undefined && more > 0 && <Text c="dimmed">{stockTexts.more(more)}</Text>}
    </Stack>
  );
}
