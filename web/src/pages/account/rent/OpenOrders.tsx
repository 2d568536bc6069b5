import { Button, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { Suspense, lazy, useState } from "react";
import { useChooseMode, useMode } from "../../../state/mode.ts";
import { useWallet } from "../../../data/use-wallet.ts";
import { t } from "../../../texts/t.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { EndAll } from "./EndAll.tsx";
import type { OpenOrders as Open } from "./use-open-orders.ts";

/** Fetched along with the first order, not with the page. */
const OrderCard = lazy(() => import("./OrderCard.tsx").then((module) => ({ default: module.OrderCard })));

/** So many a phone shows at first: what one chooses from stays near. */
const fewest = 5;

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

export function OpenOrders({ open, onRentAnother }: { open: Open; onRentAnother: () => void }) {
  const isPhone = useMediaQuery("(max-width: 47.99em)", false, { getInitialValueInEffect: false });
  const [unfolded, setUnfolded] = useState<string>();
  const [showsAll, setShowsAll] = useState(false);
  const { ids } = open;
  const shown = isPhone && !showsAll ? ids.slice(0, fewest) : ids;
  return (
    <Stack gap="sm" component="section" aria-labelledby="open-orders">
      <Group justify="space-between" gap="xs">
        <Title order={2} id="open-orders">
          {t.rent.openNow(open.openCount)}
        </Title>
        <Group gap="xs">
          <EndAll orders={open.orders} />
          {isPhone && ids.length > 0 && (
            <Button size="xs" onClick={onRentAnother}>
              {t.rent.rentAnother}
            </Button>
          )}
        </Group>
      </Group>
      {open.error && <Failed error={open.error} onRetry={open.retry} />}
      {!open.isPending && ids.length === 0 && <NoneOpen />}
      <div className="rent-cards">
        <Suspense fallback={<Skeleton height={160} role="status" aria-label={t.common.loading} />}>
          {shown.map((id) => (
            <OrderCard
              key={id}
              orderId={id}
              isFolded={isPhone && ids.length > 1 && id !== (unfolded ?? ids[0])}
              onUnfold={() => setUnfolded(id)}
              onPutAway={() => open.putAway(id)}
              onRented={open.show}
            />
          ))}
        </Suspense>
      </div>
      {shown.length < ids.length && (
        <Button variant="default" onClick={() => setShowsAll(true)}>
          {t.rent.showAll(ids.length)}
        </Button>
      )}
      {ids.length > 0 && (
        <Text size="xs" c="dimmed" visibleFrom="sm">
          {t.rent.shortcut}
        </Text>
      )}
    </Stack>
  );
}
