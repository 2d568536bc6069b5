import { Button, Group, Progress, Stack, Text } from "@mantine/core";
import { stock as stockTexts } from "../../../texts/stock.ts";

interface Props {
  read: number;
  total: number;
  onStop: () => void;
}

/** The progress of an import. */
export function ImportProgress({ read, total, onStop }: Props) {
  const text = stockTexts.progress(read, total);
  return (
    <Stack gap={6} role="status">
      <Progress value={(100 * read) / Math.max(1, total)} aria-label={text} animated={false} />
      <Group justify="space-between">
        <Text c="dimmed">{text}</Text>
        <Button variant="default" size="compact-sm" onClick={onStop}>
          {stockTexts.stop}
        </Button>
      </Group>
    </Stack>
  );
}
