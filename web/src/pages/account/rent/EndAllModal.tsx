import { Button, Group, List, Modal, Stack, Text } from "@mantine/core";
import type { ListedOrder } from "#api-answers/orders.ts";
import { useServiceNames } from "../../../data/use-catalog.ts";
import { useMe } from "../../../data/use-me.ts";
import { t } from "../../../texts/t.ts";
import { money } from "../../../ui/format.ts";
import { PhoneNumber } from "../../../ui/PhoneNumber.tsx";
import { useEndAll } from "./use-end-all.ts";

export type Ending = "cancel" | "finish";

interface Props {
  ending: Ending;
  orders: ListedOrder[];
  onClose: () => void;
}

/** Says what happens to the money, ends the orders one after the other, and reports on each. */
export function EndAllModal({ ending, orders, onClose }: Props) {
  const { results, isRunning, run } = useEndAll(ending, orders);
  const nameOf = useServiceNames();
  const currency = useMe()?.account?.currency ?? "NGN";
  const text = t.rent.endAll[ending];
  const total = orders.reduce((sum, { price }) => sum + price, 0);
  const failed = Object.values(results).filter((result) => result !== null).length;
  const isDone = Object.keys(results).length === orders.length;
  return (
    <Modal opened onClose={onClose} title={text.title} closeButtonProps={{ "aria-label": t.common.close }}>
      <Stack>
        <Text role="status">
          {isDone
            ? text.done(orders.length - failed, failed)
            : text.text(orders.length, money(total, currency))}
        </Text>
        <List spacing={4} listStyleType="none">
          {orders.map(({ order_id: id, service, number }) => {
            const result = results[id];
            return (
              <List.Item key={id}>
                {nameOf(service)}{" "}
                <span className="mono">
                  <PhoneNumber digits={number} />
                </span>
                {result !== undefined && (
                  <Text size="sm" c={result ? "var(--mantine-color-error)" : "dimmed"}>
                    {result ? result.message : text.one}
                  </Text>
                )}
              </List.Item>
            );
          })}
        </List>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {isDone ? t.common.close : t.rent.keepThem}
          </Button>
          {!isDone && (
            <Button loading={isRunning} onClick={run}>
              {text.button}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
