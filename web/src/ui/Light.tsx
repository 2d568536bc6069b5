import { IconAlertTriangle, IconCircleCheck, IconCircleMinus } from "@tabler/icons-react";
import { SignBadge } from "./SignBadge.tsx";

const looks = {
  good: [IconCircleCheck, "var(--zap-good)"],
  bad: [IconAlertTriangle, "var(--zap-bad)"],
  idle: [IconCircleMinus, "var(--mantine-color-dimmed)"],
} as const;

/** Good, bad or idle, with a word. */
export function Light({ state, text }: { state: keyof typeof looks; text: string }) {
  const [Icon, color] = looks[state];
  return <SignBadge Icon={Icon} color={color} text={text} />;
}
