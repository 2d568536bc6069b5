import { Card, Center, Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import type { ReactNode } from "react";
import { t } from "../../texts/t.ts";
import { Brand } from "../../ui/Brand.tsx";

/** Pages for visitors who are not signed in: a card in the middle. */
export function EntryPage({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  useDocumentTitle(`${title} · ${t.common.product}`);
  return (
    <Center component="main" mih="100dvh" p="md">
      <Stack w="100%" maw={400}>
        <Brand large justify="center" />
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
