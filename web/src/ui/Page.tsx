import { Group, Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import type { ReactNode } from "react";
import { t } from "../texts/t.ts";

interface Props {
  title: string;
  lead?: string;
  /** Shown before the title in the browser's tab. */
  tabTitle?: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** A page: its only heading, actions for the whole page, and the rest. */
export function Page({ title, lead, tabTitle, actions, children }: Props) {
  useDocumentTitle(`${tabTitle ? `${tabTitle} · ` : ""}${title} · ${t.common.product}`);
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Title order={1}>{title}</Title>
          {lead && <Text c="dimmed">{lead}</Text>}
        </div>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  );
}
