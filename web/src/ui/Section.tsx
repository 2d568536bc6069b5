import { Card, Group, Stack, Text, Title } from "@mantine/core";
import { useId, type ReactNode } from "react";

interface Props {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}

/** A card with a heading. */
export function Section({ title, lead, actions, children }: Props) {
  const id = useId();
  return (
    <Card component="section" aria-labelledby={id} withBorder padding="md" bg="var(--zap-card)">
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Title order={2} id={id}>
            {title}
          </Title>
          {actions && <Group gap="xs">{actions}</Group>}
        </Group>
        {lead && (
          <Text c="dimmed" component="div">
            {lead}
          </Text>
        )}
        {children}
      </Stack>
    </Card>
  );
}
