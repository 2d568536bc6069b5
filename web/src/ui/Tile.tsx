import { Card, Text } from "@mantine/core";
import type { ReactNode } from "react";

interface Props {
  name: string;
  value: ReactNode;
  note?: ReactNode;
}

/** One figure, large. */
export function Tile({ name, value, note }: Props) {
  return (
    <Card withBorder padding="md" bg="var(--zap-card)" h="100%">
      <Text c="dimmed">{name}</Text>
      <Text fz={{ base: 19, sm: 24 }} fw={650} lh={1.3} style={{ overflowWrap: "anywhere" }}>
        {value}
      </Text>
      {note && (
        <Text size="xs" c="dimmed" component="div">
          {note}
        </Text>
      )}
    </Card>
  );
}
