import { Group, Loader, Stack, Text } from "@mantine/core";
import type { Message, OrderDetails } from "#answers/orders.ts";
import { t } from "../../../texts/t.ts";
import { CodeMessage } from "../../../parts/orders/CodeMessage.tsx";

interface Props {
  order: OrderDetails["order"];
  messages: Message[];
}

/** The messages so far, the newest first and largest. */
export function CardMessages({ order, messages }: Props) {
  const newestFirst = messages.toSorted((a, b) => b.received_at.localeCompare(a.received_at));
  if (order.status === "PENDING" && messages.length === 0)
    return (
      <Group gap="xs">
        <Loader size={14} type="dots" aria-hidden />
        <Text c="dimmed">{t.rent.waiting}</Text>
      </Group>
    );
  return (
    <Stack gap="sm">
      {newestFirst.map((message, index) => (
        <CodeMessage key={message.id} message={message} isNewest={index === 0} />
      ))}
    </Stack>
  );
}
