import { Group, Text, UnstyledButton } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import type { OrderDetails } from "#answers/orders.ts";
import { codeToCopy } from "../../../parts/orders/code-to-copy.ts";
import { isOpen } from "../../../parts/orders/is-open.ts";
import { t } from "../../../texts/t.ts";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { ServiceIcon } from "../../../ui/ServiceIcon.tsx";
import { StatusBadge } from "../../../ui/StatusBadge.tsx";
import { useReadable } from "../../../ui/PhoneNumber.tsx";
import { Countdown } from "./Countdown.tsx";

/** An order in a line, its code first: on a phone, where whole cards would push everything else far down. */
export function FoldedCard({
  order,
  messages,
  awaits_another: awaitsAnother,
  onUnfold,
}: Pick<OrderDetails, "order" | "messages" | "awaits_another"> & { onUnfold: () => void }) {
  const newest = messages.findLast(({ code }) => code !== null);
  const code = awaitsAnother || newest?.late ? null : (newest?.code ?? null);
  const number = useReadable()(order.number);
  return (
    <Group gap="xs" wrap="nowrap">
      <UnstyledButton
        onClick={onUnfold}
        flex={1}
        miw={0}
        aria-expanded={false}
        aria-label={t.rent.unfold(order.service_name, code ?? number)}
      >
        <Group gap="xs" wrap="nowrap">
          <ServiceIcon slug={order.service} name={order.service_name} />
          <div style={{ flex: 1, minWidth: 0 }}>
            <Text
              className="mono"
              fw={code ? 700 : 500}
              fz={code ? "lg" : "sm"}
              truncate
              data-code={code ? "" : undefined}
            >
              {code ?? number}
            </Text>
            <Text size="xs" c="dimmed" truncate>
              {order.service_name}
            </Text>
          </div>
          {isOpen(order) ? <Countdown order={order} /> : <StatusBadge status={order.status} />}
          <IconChevronDown size={16} aria-hidden />
        </Group>
      </UnstyledButton>
      {code !== null && <CopyButton value={codeToCopy(code)} label={`${t.rent.copyCode} ${code}`} />}
    </Group>
  );
}
