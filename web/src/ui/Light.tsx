import { Badge } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconCircleMinus } from "@tabler/icons-react";

const looks = {
  good: [IconCircleCheck, "var(--zap-good)"],
  bad: [IconAlertTriangle, "var(--zap-bad)"],
  idle: [IconCircleMinus, "var(--mantine-color-dimmed)"],
} as const;

/** Good, bad or idle, with a word. */
export function Light({ state, text }: { state: keyof typeof looks; text: string }) {
  const [Icon, color] = looks[state];
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
