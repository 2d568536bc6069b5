import { Group, Stack, Text } from "@mantine/core";
import type { OperatorOrder } from "#answers/operator/orders.ts";
import { operator as operatorTexts } from "../../../texts/operator.ts";
import { RowButton } from "../../../ui/RowButton.tsx";
import { StatusBadge } from "../../../ui/StatusBadge.tsx";
import { Time } from "../../../ui/Time.tsx";

/** Orders on the message's number, each assignable with one click. */
export function Candidates({
  orders,
  onChoose,
}: {
  orders: OperatorOrder[];
  onChoose: (id: string) => void;
}) {
  if (orders.length === 0) return <Text c="dimmed">{operatorTexts.noCandidates}</Text>;
  return (
    <Stack gap={6}>
      {orders.map((order) => (
        <Group key={order.order_id} justify="space-between">
          <RowButton text={order.order_id} onClick={() => onChoose(order.order_id)} />
          <Text>
            {order.service}, {order.username}
          </Text>
          <StatusBadge status={order.status} />
          <Time at={order.created_at} relative />
        </Group>
      ))}
    </Stack>
  );
}
