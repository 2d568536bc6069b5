import { Group, Loader, Stack, Text } from "@mantine/core";
import type { OrderDetails } from "#answers/orders.ts";
import { t } from "../../texts/t.ts";
import { CodeMessage } from "./CodeMessage.tsx";

/** The messages so far, the newest first, and above them what the order is waiting for. */
export function OrderMessages({
  order,
  messages,
  awaits_another: awaitsAnother,
}: Pick<OrderDetails, "order" | "messages" | "awaits_another">) {
  const newestFirst = messages.toSorted((a, b) => b.received_at.localeCompare(a.received_at) || b.id - a.id);
  // The first code is the current one, unless another is on its way or it came too late.
  const current = awaitsAnother ? undefined : newestFirst.find(({ code }) => code !== null);
  const isFirst = order.status === "PENDING" && messages.length === 0;
  return (
    <Stack gap="sm">
      {(isFirst || awaitsAnother) && (
        <Group gap="xs" role="status">
          <Loader size={14} type="dots" aria-hidden />
          <Text c="dimmed">{isFirst ? t.rent.waiting : t.rent.waitingAgain}</Text>
        </Group>
      )}
      {newestFirst.map((message) => (
        <CodeMessage key={message.id} message={message} isCurrent={message === current && !message.late} />
      ))}
    </Stack>
  );
}
