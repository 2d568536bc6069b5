import { Badge } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";

/** A word with an icon before it, in the icon's colour. */
export function SignBadge({ Icon, color, text }: { Icon: Icon; color: string; text: string }) {
  return (
    <Badge
      variant="default"
      miw="max-content"
      tt="none"
      fw={500}
      leftSection={<Icon size={13} color={color} aria-hidden />}
    >
      {text}
    </Badge>
  );
}
