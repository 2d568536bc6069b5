import { ActionIcon, Tooltip } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { t } from "../texts/t.ts";
import { useCopied } from "./use-copied.ts";

export function CopyButton({ value, label = t.common.copy }: { value: string; label?: string }) {
  const { copied, copy } = useCopied();
  const text = copied ? t.common.copied : label;
  return (
    <Tooltip label={text}>
      <ActionIcon variant="default" size="lg" onClick={() => copy(value)} aria-label={text}>
        {copied ? <IconCheck size={18} color="var(--zap-good)" /> : <IconCopy size={18} />}
      </ActionIcon>
    </Tooltip>
  );
}
