import { Button, Group } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { t } from "../texts/t.ts";

interface Props {
  /** Filters that have no field on the page: the text for each, and its name. */
  chips: { name: string; text: string }[];
  onRemove: (name: string) => void;
}

/** Further filters of a list that was reached by a link; each is removed with one click. */
export function Chips({ chips, onRemove }: Props) {
  if (chips.length === 0) return null;
  return (
    <Group gap={6}>
      {chips.map(({ name, text }) => (
        <Button
          key={name}
          variant="light"
          size="compact-sm"
          rightSection={<IconX size={13} aria-hidden />}
          aria-label={t.common.without(text)}
          onClick={() => onRemove(name)}
        >
          {text}
        </Button>
      ))}
    </Group>
  );
}
