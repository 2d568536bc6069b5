import { ActionIcon, Card, Group, Stack, Text, Tooltip } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { OrderActions } from "../../../parts/orders/OrderActions.tsx";
import { OrderMessages } from "../../../parts/orders/OrderMessages.tsx";
import { isOpen } from "../../../parts/orders/is-open.ts";
import { copyPlus } from "../../../state/preferences.ts";
import { useStore } from "../../../state/store.ts";
import { useMe } from "../../../data/use-me.ts";
import { useOrder } from "../../../data/use-order.ts";
import { t } from "../../../texts/t.ts";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { Flag } from "../../../ui/Flag.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { ServiceIcon } from "../../../ui/ServiceIcon.tsx";
import { money } from "../../../ui/format.ts";
import { PhoneNumber } from "../../../ui/PhoneNumber.tsx";
import { CardEnd } from "./CardEnd.tsx";
import { Countdown } from "./Countdown.tsx";
import { FoldedCard } from "./FoldedCard.tsx";
import { RentAgain } from "./RentAgain.tsx";

interface Props {
  orderId: string;
  /** Shown as one line, until it is unfolded. */
  isFolded: boolean;
  onUnfold: () => void;
  onPutAway: () => void;
  onRented: (orderId: string) => void;
}

/** One rented number: the message it is waiting for, the time left, and the messages so far. */
export function OrderCard({ orderId, isFolded, onUnfold, onPutAway, onRented }: Props) {
  const query = useOrder(orderId);
  const plus = useStore(copyPlus) ? "+" : "";
  const currency = useMe()?.account?.currency ?? "NGN";
  return (
    <Card
      withBorder
      padding={isFolded ? "xs" : "md"}
      bg="var(--zap-card)"
      component="article"
      data-order={orderId}
    >
      <Loaded query={query} rows={isFolded ? 1 : 3}>
        {(details) => {
          const { order, messages, timeline, codes_hidden: hidden } = details;
          if (isFolded) return <FoldedCard {...details} onUnfold={onUnfold} />;
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
                {isOpen(order) ? (
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
                  <PhoneNumber digits={order.number} />
                </Text>
                <CopyButton value={plus + order.number} label={t.rent.copyNumber} />
              </Group>
              {hidden && order.status === "RECEIVED" ? (
                <Text c="dimmed">{t.orders.codesHidden}</Text>
              ) : (
                <OrderMessages {...details} />
              )}
              <CardEnd order={order} timeline={timeline} />
              {isOpen(order) ? (
                <OrderActions order={order} />
              ) : (
                <RentAgain order={order} onRented={onRented} />
              )}
              <Text size="xs" c="dimmed">
                <Link to="/orders" search={{ order: Number(orderId) }} className="text-link">
                  {t.orders.details(orderId)}
                </Link>
                {` · ${money(order.price, currency)}`}
              </Text>
            </Stack>
          );
        }}
      </Loaded>
    </Card>
  );
}
