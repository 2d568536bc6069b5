import { Text } from "@mantine/core";
import type { Health, Weakened } from "#answers/operator/system.ts";
import { safeguards } from "../../../texts/safeguards.ts";
import { t } from "../../../texts/t.ts";
import { DataTable } from "../../../ui/DataTable.tsx";
import { Light } from "../../../ui/Light.tsx";
import { Section } from "../../../ui/Section.tsx";
import type { Column } from "../../../ui/column.ts";

const columns: Column<Weakened>[] = [
  {
    title: safeguards.name,
    cell: ({ name, sentence }) => (
      <>
        <span className="mono">{name}</span>
        <Text size="xs" c="dimmed">
          {sentence}
        </Text>
      </>
    ),
  },
  { title: safeguards.value, cell: ({ value }) => value },
  { title: safeguards.default, wide: true, cell: ({ default: usual }) => usual || t.common.none },
];

/** The switches that protect people less than their defaults, or that there are none. */
export function SafeguardSection({ weakened }: Pick<Health, "weakened">) {
  return (
    <Section title={safeguards.title} lead={safeguards.lead}>
      {weakened.length === 0 ? (
        <Light state="good" text={safeguards.none} />
      ) : (
        <DataTable label={safeguards.title} columns={columns} rows={weakened} rowKey={({ name }) => name} />
      )}
    </Section>
  );
}
