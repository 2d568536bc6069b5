import { Box, Group, Stack, Text } from "@mantine/core";
import type { Source } from "../../api/types/operator.ts";
import { t } from "../../texts/t.ts";
import { Light } from "../../ui/Light.tsx";
import { Section } from "../../ui/Section.tsx";
import { ago } from "../../ui/format.ts";

const dayMilliseconds = 86_400_000;

/** Each source with a light: good when something came within a day. */
export function SourceLights({ sources }: { sources: Source[] }) {
  const used = sources.filter(({ retired_at: retired }) => retired === null);
  return (
    <Box mt="md">
      <Section title={t.operator.sources}>
        {used.length === 0 && <Text c="dimmed">{t.stock.noSources}</Text>}
        <Stack gap="xs">
          {used.map(({ id, name, last_message_at: at }) => (
            <Group key={id} justify="space-between" gap="xs">
              <Text>{name}</Text>
              <Light
                state={at !== null && Date.now() - Date.parse(at) < dayMilliseconds ? "good" : "idle"}
                text={at === null ? t.operator.noMessageYet : ago(at)}
              />
            </Group>
          ))}
        </Stack>
      </Section>
    </Box>
  );
}
