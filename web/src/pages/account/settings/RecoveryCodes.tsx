import { Button, Code, Group, SimpleGrid, Stack, Text } from "@mantine/core";
import { t } from "../../../texts/t.ts";
import { CopyButton } from "../../../ui/CopyButton.tsx";

export function RecoveryCodes({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  return (
    <Stack>
      <Text>{t.settings.recoveryText}</Text>
      <SimpleGrid cols={2} spacing="xs">
        {codes.map((code) => (
          <Code key={code} block>
            {code}
          </Code>
        ))}
      </SimpleGrid>
      <Group justify="space-between">
        <CopyButton value={codes.join("\n")} />
        <Button onClick={onClose}>{t.settings.recoveryDone}</Button>
      </Group>
    </Stack>
  );
}
