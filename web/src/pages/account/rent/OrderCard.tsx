import { ActionIcon, Card, Group, Stack, Text, Tooltip } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { copyPlus } from "../../../state/preferences.ts";
import { useStore } from "../../../state/store.ts";
import { useOrder } from "../../../data/use-order.ts";
import { t } from "../../../texts/t.ts";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { Flag } from "../../../ui/Flag.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { ServiceIcon } from "../../../ui/ServiceIcon.tsx";
import { readable } from "../../../ui/phone.ts";
import { OrderActions } from "../../../parts/orders/OrderActions.tsx";
import { CardEnd } from "./CardEnd.tsx";
import { CardMessages } from "./CardMessages.tsx";
import { Countdown } from "./Countdown.tsx";

/** One rented number: the message it is waiting for, the time left, and the messages so far. */
export function OrderCard({ orderId, onPutAway }: { orderId: string; onPutAway: () => void }) {
  const query = useOrder(orderId);
  const plus = useStore(copyPlus) ? "+" : "";
  return (
    <Card withBorder padding="md" bg="var(--zap-card)" component="article" data-order={orderId}>
      <Loaded query={query} rows={3}>
        {({ order, messages, timeline, codes_hidden: hidden }) => {
          const isOpen = order.status === "PENDING" || order.status === "RECEIVED";
          return (
            <Stack gap="xs">
              <Group justify="space-between" wrap="nowrap">
                <Group gap="xs" wrap="nowrap" miw={0}>
                  <ServiceIcon slug={order.service} name={order.service_name} />
                  <Text fw={600} truncate>
                    {order.service_name}
                  </Text>
                  <Flag country={order.country} />
                  <Text c="dimmed">{order.country}</Text>
                </Group>
                {isOpen ? (
                  <Countdown order={order} />
                ) : (
                  <Tooltip label={t.rent.dismiss}>
                    <ActionIcon variant="subtle" color="gray" aria-label={t.rent.dismiss} onClick={onPutAway}>
                      <IconX size={16} />
                    </ActionIcon>
                  </Tooltip>
                )}
              </Group>
              <Group justify="space-between" wrap="nowrap">
                <Text className="mono" fz={messages.length > 0 ? "md" : "xl"} fw={600}>
                  {readable(order.number)}
                </Text>
                <CopyButton value={plus + order.number} label={t.rent.copyNumber} />
              </Group>
              {hidden && order.status === "RECEIVED" ? (
                <Text c="dimmed">{t.orders.codesHidden}</Text>
              ) : (
                <CardMessages order={order} messages={messages} />
              )}
              <CardEnd order={order} timeline={timeline} />
              {isOpen && <OrderActions order={order} />}
            </Stack>
          );
        }}
      </Loaded>
    </Card>
  );
}
