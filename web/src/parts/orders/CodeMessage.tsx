import { Badge, Group, Text, UnstyledButton } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import type { Message } from "#answers/orders.ts";
import { t } from "../../texts/t.ts";
import { useCopied } from "../../ui/use-copied.ts";
import { codeToCopy } from "./code-to-copy.ts";
import "./CodeMessage.css";

interface Props {
  message: Message;
  /** The code one needs now: as large as possible. Others are small, and say why they are not it. */
  isCurrent: boolean;
}

/** A code, copied with one click, with the whole message below it. */
export function CodeMessage({ message, isCurrent }: Props) {
  const { copied, copy } = useCopied();
  const { code, text, sender, seconds, late, incomplete } = message;
  const kind = late ? t.rent.late : isCurrent || code === null ? null : t.rent.earlier;
  return (
    <div>
      {kind !== null && (
        <Badge variant="light" color={late ? "red" : "gray"} tt="none" mb={4}>
          {kind}
        </Badge>
      )}
      {code !== null && (
        <UnstyledButton
          className={`code-button ${isCurrent ? "code-arrived" : "code-past"}`}
          aria-label={`${t.rent.copyCode} ${code}`}
          onClick={() => copy(codeToCopy(code))}
        >
          <span className="code-text" style={{ fontSize: isCurrent ? 34 : 20, lineHeight: 1.2 }} data-code>
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
        {incomplete ? `, ${t.rent.incomplete}` : ""}
      </Text>
    </div>
  );
}
