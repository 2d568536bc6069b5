import { Badge } from "@mantine/core";
import { IconCheck, IconChecks, IconClock, IconHourglassEmpty, IconX } from "@tabler/icons-react";
import { t } from "../texts/t.ts";

const looks: Record<string, [typeof IconCheck, string]> = {
  PENDING: [IconClock, "var(--zap-wait)"],
  RECEIVED: [IconCheck, "var(--zap-good)"],
  FINISHED: [IconChecks, "var(--zap-good)"],
  CANCELLED: [IconX, "var(--mantine-color-dimmed)"],
  EXPIRED: [IconHourglassEmpty, "var(--mantine-color-dimmed)"],
};

/** An order's state: a word, a sign and a colour. */
export function StatusBadge({ status }: { status: string }) {
  const [Icon, color] = looks[status] ?? [IconClock, "var(--mantine-color-dimmed)"];
  return (
    <Badge
      variant="default"
      miw="max-content"
      tt="none"
      fw={500}
      leftSection={<Icon size={13} color={color} aria-hidden />}
    >
      {t.status[status] ?? t.operator.moreStatus[status] ?? status}
    </Badge>
  );
}
