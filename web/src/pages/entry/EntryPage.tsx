import { Anchor, Card, Center, Group, Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { publicNav } from "../../texts/public.ts";
import { t } from "../../texts/t.ts";
import { LanguageLinks } from "../../parts/LanguageLinks.tsx";
import { Brand } from "../../ui/Brand.tsx";

const places = [
  ["/prices", publicNav.prices],
  ["/docs", publicNav.reference],
  ["/changelog", publicNav.changelog],
  ["/terms", publicNav.terms],
] as const;

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
        <Group component="nav" aria-label={publicNav.label} justify="center" gap="4px 16px">
          {places.map(([to, text]) => (
            <Anchor key={to} component={Link} to={to} preload={false} size="sm">
              {text}
            </Anchor>
          ))}
        </Group>
        <LanguageLinks />
      </Stack>
    </Center>
  );
}
