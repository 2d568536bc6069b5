import { Group, Stack, Text, Title } from "@mantine/core";
import { isApiError } from "../../../api/error.ts";
import { useOrder } from "../../../data/use-order.ts";
import { t } from "../../../texts/t.ts";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { Facts } from "../../../ui/Facts.tsx";
import { Flag } from "../../../ui/Flag.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { SideDrawer } from "../../../ui/SideDrawer.tsx";
import { Money } from "../../../parts/Money.tsx";
import { StatusBadge } from "../../../ui/StatusBadge.tsx";
import { Time } from "../../../ui/Time.tsx";
import { PhoneNumber } from "../../../ui/PhoneNumber.tsx";
import { CertificateButton } from "./CertificateButton.tsx";
import { OrderElsewhere } from "./OrderElsewhere.tsx";
import { isOpen } from "../../../parts/orders/is-open.ts";
import { OrderActions } from "../../../parts/orders/OrderActions.tsx";
import { OrderMessages } from "../../../parts/orders/OrderMessages.tsx";
import { OrderTimeline } from "../../../parts/orders/OrderTimeline.tsx";

/** One order with its history. */
export function OrderDrawer({ orderId, onClose }: { orderId: string; onClose: () => void }) {
  const query = useOrder(orderId);
  if (isApiError(query.error, "order_not_found"))
    return (
      <SideDrawer title={t.orders.details(orderId)} onClose={onClose}>
        <OrderElsewhere orderId={orderId} />
      </SideDrawer>
    );
  return (
    <SideDrawer title={t.orders.details(orderId)} onClose={onClose}>
      <Loaded query={query}>
        {({
          order,
          messages,
          messages_omitted: omitted,
          timeline,
          codes_hidden: hidden,
          awaits_another: awaits,
        }) => (
          <Stack>
            <Group justify="space-between">
              <Group gap="xs">
                <Flag country={order.country} />
                <Text fw={600}>{order.service_name}</Text>
              </Group>
              <StatusBadge status={order.status} />
            </Group>
            <Group justify="space-between">
              <Text className="mono" fz="lg">
                <PhoneNumber digits={order.number} />
              </Text>
              <CopyButton value={order.number} label={t.rent.copyNumber} />
            </Group>
            {isOpen(order) && <OrderActions order={order} />}
            <Facts
              facts={[
                [t.orders.price, <Money key="price" amount={order.price} />],
                [t.orders.pool, order.pool_name],
                [t.orders.time, <Time key="time" at={order.created_at} />],
                order.closed_at === null
                  ? [t.orders.ends, <Time key="ends" at={order.expires_at} />]
                  : [t.orders.ended, <Time key="ended" at={order.closed_at} />],
                ...(order.report_reason
                  ? ([[t.rent.report, order.report_reason]] as [string, string][])
                  : []),
              ]}
            />
            <CertificateButton orderId={orderId} />
            <Title order={3}>{t.orders.messages}</Title>
            {messages.length === 0 && (hidden || order.status !== "PENDING") && (
              <Text c="dimmed">{hidden ? t.orders.codesHidden : t.orders.noMessages}</Text>
            )}
            {!hidden && <OrderMessages order={order} messages={messages} awaits_another={awaits} />}
            {omitted > 0 && <Text c="dimmed">{t.orders.omitted(omitted)}</Text>}
            <Title order={3}>{t.orders.timeline}</Title>
            <OrderTimeline entries={timeline} />
          </Stack>
        )}
      </Loaded>
    </SideDrawer>
  );
}
