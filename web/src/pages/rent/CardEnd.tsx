import { Group, Text } from "@mantine/core";
import type { OrderDetails } from "../../api/types/orders.ts";
import { useMe } from "../../data/use-me.ts";
import { t } from "../../texts/t.ts";
import { StatusBadge } from "../../ui/StatusBadge.tsx";
import { money } from "../../ui/format.ts";

/** How an order ended, and that its money is back. */
export function CardEnd({ order }: { order: OrderDetails["order"] }) {
  const currency = useMe()?.account?.currency ?? "NGN";
  if (order.status === "PENDING" || order.status === "RECEIVED") return null;
  const isRefunded = order.status !== "FINISHED";
  return (
    <Group gap="xs" role="status">
      <StatusBadge status={order.status} />
      {isRefunded && <Text>{t.rent.refunded(money(order.price, currency))}</Text>}
    </Group>
  );
}
