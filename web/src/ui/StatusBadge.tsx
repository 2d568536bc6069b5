import { IconCheck, IconChecks, IconClock, IconHourglassEmpty, IconX } from "@tabler/icons-react";
import { t } from "../texts/t.ts";
import { SignBadge } from "./SignBadge.tsx";

const looks: Record<string, [typeof IconCheck, string]> = {
  PENDING: [IconClock, "var(--zap-wait)"],
  RECEIVED: [IconCheck, "var(--zap-good)"],
  FINISHED: [IconChecks, "var(--zap-good)"],
  CANCELLED: [IconX, "var(--mantine-color-dimmed)"],
  EXPIRED: [IconHourglassEmpty, "var(--mantine-color-dimmed)"],
};

/** An order's state: a word, an icon and a colour. */
export function StatusBadge({ status }: { status: string }) {
  const [Icon, color] = looks[status] ?? [IconClock, "var(--mantine-color-dimmed)"];
  return (
    <SignBadge Icon={Icon} color={color} text={t.status[status] ?? t.common.moreStatus[status] ?? status} />
  );
}
