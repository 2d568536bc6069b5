import { Center, Group, Text } from "@mantine/core";
import { IconFlask } from "@tabler/icons-react";
import { t } from "../../texts/t.ts";

export function SandboxBand() {
  return (
    <Center h={26} bg="indigo.9" c="white" px="xs" role="status">
      <Group gap={6} wrap="nowrap">
        <IconFlask size={14} aria-hidden />
        <Text size="xs" truncate>
          {t.shell.sandboxBand}
        </Text>
      </Group>
    </Center>
  );
}
