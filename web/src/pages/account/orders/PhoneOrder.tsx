import { Group, Stack, Text } from "@mantine/core";
import type { ListedOrder } from "#api-answers/orders.ts";
import { Money } from "../../../parts/Money.tsx";
import { codeToCopy } from "../../../parts/orders/code-to-copy.ts";
import { t } from "../../../texts/t.ts";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { Flag } from "../../../ui/Flag.tsx";
import { ServiceIcon } from "../../../ui/ServiceIcon.tsx";
import { StatusBadge } from "../../../ui/StatusBadge.tsx";
import { Time } from "../../../ui/Time.tsx";
import { PhoneNumber } from "../../../ui/PhoneNumber.tsx";

/** An order as a card, for a phone: the code first, and nothing left out. */
export function PhoneOrder({ order, name, code }: { order: ListedOrder; name: string; code: string | null }) {
  return (
    <Stack gap={2}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Group gap="xs" miw={0}>
          <ServiceIcon slug={order.service} name={order.service} size={22} />
          <Text className="mono" fz="lg" fw={700} style={{ overflowWrap: "anywhere" }} data-first>
            {code ?? <PhoneNumber digits={order.number} />}
          </Text>
        </Group>
        {code !== null && <CopyButton value={codeToCopy(code)} label={`${t.rent.copyCode} ${code}`} />}
      </Group>
      <Group justify="space-between" gap="xs">
        <Text>
          {name} <Flag country={order.country} size={16} />
        </Text>
        <StatusBadge status={order.status} />
      </Group>
      {code !== null && (
        <span className="mono">
          <PhoneNumber digits={order.number} />
        </span>
      )}
      <Text size="xs" c="dimmed" component="div">
        <Time at={order.created_at} /> · <Money amount={order.price} /> · {t.orders.details(order.order_id)}
      </Text>
    </Stack>
  );
}
