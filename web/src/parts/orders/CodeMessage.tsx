import { Group, Text, UnstyledButton } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import type { Message } from "#answers/orders.ts";
import { t } from "../../texts/t.ts";
import { useCopied } from "../../ui/use-copied.ts";
import "./CodeMessage.css";

/** A code, as large as possible, copied with one click; the whole message below it. */
export function CodeMessage({ message, isNewest }: { message: Message; isNewest: boolean }) {
  const { copied, copy } = useCopied();
  const { code, text, sender, seconds, late, incomplete } = message;
  return (
    <div>
      {code !== null && (
        <UnstyledButton
          className={`code-button ${isNewest ? "code-arrived" : ""}`}
          aria-label={`${t.rent.copyCode} ${code}`}
          onClick={() => copy(code)}
        >
          <span className="code-text" style={{ fontSize: isNewest ? 34 : 20, lineHeight: 1.2 }} data-code>
            {code}
          </span>
          <Group gap={6} wrap="nowrap">
            {copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
            <Text size="sm">{copied ? t.common.copied : t.common.copy}</Text>
          </Group>
        </UnstyledButton>
      )}
      {code === null && <Text fw={600}>{t.rent.noCode}</Text>}
      <Text mt={6} style={{ overflowWrap: "anywhere", whiteSpace: "pre-wrap" }}>
        {text ?? t.rent.erased}
      </Text>
      <Text size="xs" c="dimmed">
        {t.rent.sentBy(sender, seconds)}
        {late ? `, ${t.rent.late}` : ""}
        {incomplete ? `, ${t.rent.incomplete}` : ""}
      </Text>
    </div>
  );
}
