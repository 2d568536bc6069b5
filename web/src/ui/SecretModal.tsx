import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { t } from "../texts/t.ts";
import { CopyButton } from "./CopyButton.tsx";

interface Props {
  title: string;
  text: string;
  /** Name and value. */
  secrets: [string, string][];
  onClose: () => void;
}

/** What is shown once. It is not closed by a click beside it. */
export function SecretModal({ title, text, secrets, onClose }: Props) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeOnClickOutside={false}
      withCloseButton={false}
      size="lg"
    >
      <Stack>
        <Text>{text}</Text>
        {secrets.map(([name, value]) => (
          <Group key={name} align="flex-end" gap="xs">
            <TextInput
              label={name}
              value={value}
              readOnly
              flex={1}
              classNames={{ input: "mono" }}
              onFocus={(event) => event.target.select()}
            />
            <CopyButton value={value} />
          </Group>
        ))}
        <Group justify="flex-end">
          <Button onClick={onClose}>{t.api.done}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
