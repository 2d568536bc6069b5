import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { own } from "../../../api/client.ts";
import type { NumberHistory } from "#answers/operator/numbers.ts";
import { stock as stockTexts } from "../../../texts/stock.ts";
import { operator as operatorTexts } from "../../../texts/operator.ts";
import { useNameOfService } from "../../../data/use-all-services.ts";
import { Facts } from "../../../ui/Facts.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { SideDrawer } from "../../../ui/SideDrawer.tsx";
import { ReasonModal } from "../../../ui/ReasonModal.tsx";
import { StatusBadge } from "../../../ui/StatusBadge.tsx";
import { Time } from "../../../ui/Time.tsx";
import { PhoneNumber, useReadable } from "../../../ui/PhoneNumber.tsx";
import { numberFacts } from "./number-facts.tsx";

/** A number with its orders and messages; it can be retired here. */
export function NumberDrawer({ id, onClose }: { id: number; onClose: () => void }) {
  const nameOf = useNameOfService();
  const readable = useReadable();
  const client = useQueryClient();
  const [isRetiring, setRetiring] = useState(false);
  const history = useQuery({
    queryKey: ["operator", "number", id],
    queryFn: () => own<NumberHistory>(`operator/numbers/${id}`),
  });
  async function retire(reason: string): Promise<void> {
    await own(`operator/numbers/${id}/retire`, { method: "POST", body: { reason } });
    await client.invalidateQueries({ queryKey: ["operator"] });
  }
  return (
    <SideDrawer title={stockTexts.history} onClose={onClose}>
      <Loaded query={history}>
        {({ number, orders, messages }) => (
          <Stack>
            <Text className="mono" fz="xl">
              <PhoneNumber digits={number.number} />
            </Text>
            <Facts facts={numberFacts(number, nameOf)} />
            {number.retired_at === null && (
              <Button variant="default" onClick={() => setRetiring(true)}>
                {stockTexts.retire}
              </Button>
            )}
            <Title order={3}>{operatorTexts.orders}</Title>
            {orders.length === 0 && <Text c="dimmed">{operatorTexts.noOrders}</Text>}
            {orders.map((order) => (
              <Group key={order.order_id} justify="space-between">
                <Text>{order.service}</Text>
                <StatusBadge status={order.status} />
                <Time at={order.created_at} />
              </Group>
            ))}
            <Title order={3}>{operatorTexts.messages}</Title>
            {messages.length === 0 && <Text c="dimmed">{operatorTexts.noMessages}</Text>}
            {messages.map((message) => (
              <Group key={message.id} justify="space-between">
                <Text>{message.sender}</Text>
                <Text c="dimmed">
                  {operatorTexts.reasons[message.reason ?? message.state] ?? message.state}
                </Text>
                <Time at={message.received_at} />
              </Group>
            ))}
            {isRetiring && (
              <ReasonModal
                title={stockTexts.retireTitle(readable(number.number))}
                text={stockTexts.retireText}
                confirm={stockTexts.retire}
                danger
                reason
                onClose={() => setRetiring(false)}
                onConfirm={retire}
              />
            )}
          </Stack>
        )}
      </Loaded>
    </SideDrawer>
  );
}
