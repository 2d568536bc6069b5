import { Stack, Text, Title } from "@mantine/core";
import type { Activity } from "#answers/operator/privacy.ts";
import { privacy as texts } from "../../../texts/privacy.ts";
import { Facts } from "../../../ui/Facts.tsx";

/** One processing of data about people. */
export function ActivitySection({ activity }: { activity: Activity }) {
  const { name, purpose, basis, people, data, recipients, kept, tables } = activity;
  return (
    <Stack gap={4}>
      <Title order={3}>{name}</Title>
      <Facts
        facts={[
          [texts.purpose, purpose],
          [texts.basis, basis],
          [texts.people, people],
          [texts.data, data],
          [texts.recipients, recipients],
          [texts.kept, kept],
          [
            texts.storedIn,
            tables.map(({ table, columns }) => (
              <Text key={table} size="xs" className="mono" style={{ overflowWrap: "anywhere" }}>
                {table} ({columns.join(", ")})
              </Text>
            )),
          ],
        ]}
      />
    </Stack>
  );
}
