import { Text } from "@mantine/core";
import { stock as stockTexts } from "../../../texts/stock.ts";
import { money } from "../../../ui/format.ts";
import { marginOf } from "./margin.ts";

/** The margin of a price, as an amount and a percentage; a loss is marked. */
export function Margin({ price, cost, currency }: { price: number; cost: number; currency: string }) {
  const isLoss = price < cost;
  return (
    <>
      {money(price - cost, currency)}
      <Text span size="xs" c={isLoss ? "var(--zap-bad)" : "dimmed"} ml={6}>
        {isLoss ? stockTexts.loss : marginOf(price, cost)}
      </Text>
    </>
  );
}
