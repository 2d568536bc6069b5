import { Button } from "@mantine/core";
import type { OrderDetails } from "#answers/orders.ts";
import { useMay, useMe } from "../../../data/use-me.ts";
import { t } from "../../../texts/t.ts";
import { money } from "../../../ui/format.ts";
import { RentRefusal } from "./RentRefusal.tsx";
import { useChoice } from "./use-choice.ts";
import { useRent } from "./use-rent.ts";

interface Props {
  order: OrderDetails["order"];
  onRented: (orderId: string) => void;
}

/** Another number like that of an order, for at most its price. */
export function RentAgain({ order, onRented }: Props) {
  const rent = useRent(onRented);
  const currency = useMe()?.account?.currency ?? "NGN";
  if (!useMay("owner", "developer")) return null;
  const { choose } = useChoice();
  const { country, service, pool, price } = order;
  const again = (): void =>
    rent.mutate(
      { country, service, pool, max_price: price },
      { onError: () => choose({ country, service }) }, // Shows what it costs now, and the other pools.
    );
  return (
    <>
      {rent.error && <RentRefusal error={rent.error} />}
      <Button
        variant="default"
        size="xs"
        style={{ alignSelf: "flex-start" }}
        loading={rent.isPending}
        onClick={again}
      >
        {t.rent.rentAgain(money(price, currency))}
      </Button>
    </>
  );
}
