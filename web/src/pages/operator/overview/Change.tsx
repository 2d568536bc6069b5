import { Text } from "@mantine/core";
import { operator as operatorTexts } from "../../../texts/operator.ts";
import { t } from "../../../texts/t.ts";

interface Props {
  now: number | null;
  before: number | null;
  lessIsGood: boolean;
}

/** How a figure changed since yesterday: an arrow, a word for screen readers, and a colour. */
export function Change({ now, before, lessIsGood }: Props) {
  if (now === null || before === null || before === 0) return null;
  const isUp = now > before;
  const part = Math.round((100 * Math.abs(now - before)) / before);
  if (part === 0) return null;
  const color = isUp === lessIsGood ? "var(--zap-bad)" : "var(--zap-good)";
  return (
    <Text span size="xs" fw={600} c={color} mr={6} aria-label={operatorTexts.change(isUp, part)}>
      {isUp ? "▲" : "▼"} {t.common.percent(part)}
    </Text>
  );
}
