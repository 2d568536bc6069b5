import { Card, Center, Group, Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { IconBolt } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { t } from "../../texts/t.ts";

/** The pages before one is in: a card in the middle. */
export function EntryPage({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  useDocumentTitle(`${title} · ${t.common.product}`);
  return (
    <Center component="main" mih="100dvh" p="md">
      <Stack w="100%" maw={400}>
        <Group gap={8} justify="center">
          <IconBolt
            size={26}
            fill="var(--mantine-color-amber-5)"
            color="var(--mantine-color-amber-7)"
            aria-hidden
          />
          <Text fw={700} size="xl">
            {t.common.product}
          </Text>
        </Group>
        <Card withBorder padding="lg" bg="var(--zap-card)">
          <Stack>
            <div>
              <Title order={1}>{title}</Title>
              {lead && <Text c="dimmed">{lead}</Text>}
            </div>
            {children}
          </Stack>
        </Card>
      </Stack>
    </Center>
  );
}
