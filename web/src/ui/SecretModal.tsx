import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { IconDownload, IconPrinter } from "@tabler/icons-react";
import { useBlocker } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { t } from "../texts/t.ts";
import { CopyButton } from "./CopyButton.tsx";
import { downloadText } from "./download-text.ts";
import "./SecretModal.css";

interface Props {
  title: string;
  text: string;
  /** Name and value; a value may have several lines. */
  secrets: [string, string][];
  /** The name of the file to save them in. */
  fileName: string;
  done: string;
  onClose: () => void;
  /** What they belong to. */
  children?: ReactNode;
}

/**
 * Secrets that are shown once. Only its own button closes it: Escape, a click outside, and links to other pages leave
 * it open, and the browser asks before the tab is closed.
 */
export function SecretModal({ title, text, secrets, fileName, done, onClose, children }: Props) {
  useBlocker({ shouldBlockFn: () => true });
  const all = secrets.map(([name, value]) => `${name}\n${value}\n`).join("\n");
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
      size="lg"
    >
      <Stack className="secrets">
        <Text>{text}</Text>
        {secrets.map(([name, value]) => (
          <div key={name}>
            <Text fw={500}>{name}</Text>
            <Group align="flex-start" gap="xs" wrap="nowrap">
              <pre className="secret" tabIndex={0} role="region" aria-label={name}>
                {value}
              </pre>
              <CopyButton value={value} label={t.common.copyOf(name)} />
            </Group>
          </div>
        ))}
        {children}
        <Group justify="space-between" className="not-printed">
          <Group gap="xs">
            <Button
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden />}
              onClick={() => downloadText(fileName, `${title}\n\n${all}`)}
            >
              {t.common.download}
            </Button>
            <Button
              variant="default"
              leftSection={<IconPrinter size={16} aria-hidden />}
              onClick={() => window.print()}
            >
              {t.common.print}
            </Button>
          </Group>
          <Button onClick={onClose}>{done}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
