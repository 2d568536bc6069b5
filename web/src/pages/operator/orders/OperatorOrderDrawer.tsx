import { Button, Stack, Text, Title } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { own } from "../../../api/client.ts";
import { operator as operatorTexts } from "../../../texts/operator.ts";
import { t } from "../../../texts/t.ts";
import { Facts } from "../../../ui/Facts.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { SideDrawer } from "../../../ui/SideDrawer.tsx";
import { Money } from "../../../parts/Money.tsx";
import { StatusBadge } from "../../../ui/StatusBadge.tsx";
import { PhoneNumber } from "../../../ui/PhoneNumber.tsx";
import { MessageText } from "../../../parts/orders/MessageText.tsx";
import { OrderTimeline } from "../../../parts/orders/OrderTimeline.tsx";
import { useCurrency } from "../../../data/use-currency.ts";
import { ReasonModal } from "../../../ui/ReasonModal.tsx";
import { money } from "../../../ui/format.ts";
import type { InspectedOrder, Refunded } from "#answers/operator/orders.ts";

export function OperatorOrderDrawer({ orderId, onClose }: { orderId: string; onClose: () => void }) {
  const [reveal, setReveal] = useState(false);
  const [isRefunding, setRefunding] = useState(false);
  const client = useQueryClient();
  const currency = useCurrency();
  async function refund(reason: string): Promise<void> {
    const body = { reason };
    const { refunded } = await own<Refunded>(`operator/orders/${orderId}/refund`, { method: "POST", body });
    await client.invalidateQueries({ queryKey: ["operator"] });
    notifications.show({ message: operatorTexts.refunded(money(refunded, currency)) });
  }
  const details = useQuery({
    queryKey: ["operator", "order", orderId, reveal],
    queryFn: () =>
      own<InspectedOrder>(`operator/orders/${orderId}`, { query: { reveal: reveal ? 1 : undefined } }),
  });
  return (
    <SideDrawer title={t.orders.details(orderId)} onClose={onClose}>
      <Loaded query={details}>
        {({ order, username, account_id: account, mode, timeline, messages, messages_omitted: omitted }) => (
          <Stack>
            <Facts
              facts={[
                [
                  operatorTexts.customer,
                  <Link
                    key="customer"
                    to="/operator/customers/$id"
                    params={{ id: String(account) }}
                    className="text-link"
                  >
                    {username}
                  </Link>,
                ],
                [operatorTexts.mode, mode === "live" ? t.shell.live : t.shell.sandbox],
                [t.orders.service, `${order.service_name} ${order.country}`],
                [
                  t.orders.number,
                  order.number ? <PhoneNumber key="number" digits={order.number} /> : t.common.none,
                ],
                [t.orders.status, <StatusBadge key="status" status={order.status} />],
                [
                  t.orders.pool,
                  `${order.pool}, ${operatorTexts.suppliers[order.supplier] ?? order.supplier}`,
                ],
                [t.orders.price, <Money key="price" amount={order.price} />],
                [operatorTexts.cost, <Money key="cost" amount={order.cost} />],
              ]}
            />
            {order.refundable > 0 && (
              <Button variant="default" onClick={() => setRefunding(true)}>
                {operatorTexts.refundButton}
              </Button>
            )}
            <Title order={3}>{t.orders.messages}</Title>
            {messages.length === 0 && <Text c="dimmed">{t.orders.noMessages}</Text>}
            {omitted > 0 && <Text c="dimmed">{t.orders.omitted(omitted)}</Text>}
            {messages.map((message) => (
              <MessageText key={message.id} message={message} />
            ))}
            {messages.length > 0 && !reveal && (
              <Button variant="default" title={operatorTexts.revealHint} onClick={() => setReveal(true)}>
                {operatorTexts.reveal}
              </Button>
            )}
            <Title order={3}>{t.orders.timeline}</Title>
            <OrderTimeline entries={timeline} />
          </Stack>
        )}
      </Loaded>
      {isRefunding && details.data && (
        <ReasonModal
          title={operatorTexts.refundTitle(money(details.data.order.refundable, currency))}
          text={operatorTexts.refundText(details.data.username)}
          confirm={operatorTexts.refundButton}
          reason
          onClose={() => setRefunding(false)}
          onConfirm={refund}
        />
      )}
    </SideDrawer>
  );
}
