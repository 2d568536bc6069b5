import { Button, Stack, Text } from "@mantine/core";
import { useOrder } from "../../../data/use-order.ts";
import { useChooseMode, useMode } from "../../../state/mode.ts";
import { t } from "../../../texts/t.ts";
import { Loaded } from "../../../ui/Loaded.tsx";

/** For an order that this mode does not have: offers to switch if the other mode has it. */
export function OrderElsewhere({ orderId }: { orderId: string }) {
  const other = useMode() === "live" ? "test" : "live";
  const query = useOrder(orderId, other);
  const choose = useChooseMode();
  const { found, go } = t.orders.otherMode[other];
  return (
    <Loaded query={query}>
      {() => (
        <Stack align="flex-start">
          <Text>{found}</Text>
          <Button onClick={() => choose(other)}>{go}</Button>
        </Stack>
      )}
    </Loaded>
  );
}
