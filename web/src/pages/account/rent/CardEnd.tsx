import { Anchor, Group, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { OrderDetails } from "#answers/orders.ts";
import { useMe } from "../../../data/use-me.ts";
import { t } from "../../../texts/t.ts";
import { StatusBadge } from "../../../ui/StatusBadge.tsx";
import { clockTime, exactTime, money } from "../../../ui/format.ts";

/** How an order ended, and that its money was refunded. */
export function CardEnd({ order, timeline }: Pick<OrderDetails, "order" | "timeline">) {
  const currency = useMe()?.account?.currency ?? "NGN";
  if (order.status === "PENDING" || order.status === "RECEIVED") return null;
  const refund = timeline.findLast(({ what }) => what === "refunded");
  return (
    <Group gap="xs" role="status">
      <StatusBadge status={order.status} />
      {refund && (
        <Text>
          {t.rent.refunded(money(refund.amount ?? order.price, currency))}{" "}
          <Anchor component={Link} to="/wallet" c="dimmed" title={exactTime(refund.at)}>
            {t.rent.posted(clockTime(refund.at))}
          </Anchor>
        </Text>
      )}
    </Group>
  );
}
