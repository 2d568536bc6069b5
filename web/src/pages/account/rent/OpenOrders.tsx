import { Button, Stack, Text, Title } from "@mantine/core";
import { useChooseMode, useMode } from "../../../state/mode.ts";
import { useWallet } from "../../../data/use-wallet.ts";
import { t } from "../../../texts/t.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { OrderCard } from "./OrderCard.tsx";
import type { OpenOrders as Open } from "./use-open-orders.ts";

/** An account without money is directed to the sandbox. */
function NoneOpen() {
  const isLive = useMode() === "live";
  const choose = useChooseMode();
  const { data: wallet } = useWallet();
  if (!isLive || wallet?.balance !== 0) return <Empty text={t.rent.none} />;
  return (
    <Empty
      text={t.rent.noMoney}
      action={
        <Button variant="default" onClick={() => choose("test")}>
          {t.rent.trySandbox}
        </Button>
      }
    />
  );
}

export function OpenOrders({ open }: { open: Open }) {
  return (
    <Stack gap="sm" component="section" aria-labelledby="open-orders">
      <Title order={2} id="open-orders">
        {t.rent.openNow(open.openCount)}
      </Title>
      {open.error && <Failed error={open.error} onRetry={open.retry} />}
      {!open.isPending && open.ids.length === 0 && <NoneOpen />}
      {open.ids.map((id) => (
        <OrderCard key={id} orderId={id} onPutAway={() => open.putAway(id)} />
      ))}
      {open.ids.length > 0 && (
        <Text size="xs" c="dimmed" visibleFrom="sm">
          {t.rent.shortcut}
        </Text>
      )}
    </Stack>
  );
}
