import { Center, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";

/** The text of an empty list or page: one sentence, and at most one button. */
export function Empty({ text, action }: { text: string; action?: ReactNode }) {
  return (
    <Center py="xl" px="md">
      <Stack align="center" gap="sm">
        <Text c="dimmed" ta="center" maw={420}>
          {text}
        </Text>
        {action}
      </Stack>
    </Center>
  );
}
