import type { Price } from "#answers/operator/pools.ts";
import { stock as stockTexts } from "../../../texts/stock.ts";
import { t } from "../../../texts/t.ts";
import type { Column } from "../../../ui/column.ts";
import { money } from "../../../ui/format.ts";
import { Margin } from "./Margin.tsx";

export const priceColumns = (
  poolCost: number,
  currency: string,
  nameOf: (slug: string) => string,
): Column<Price>[] => [
  { title: stockTexts.country, cell: ({ country }) => country ?? stockTexts.anyCountry },
  {
    title: t.rent.service,
    cell: ({ service }) => (service === null ? stockTexts.anyService : nameOf(service)),
  },
  { title: stockTexts.price, right: true, nowrap: true, cell: ({ price }) => money(price, currency) },
  {
    title: stockTexts.cost,
    right: true,
    wide: true,
    nowrap: true,
    cell: ({ cost }) =>
      cost === null ? stockTexts.asPool(money(poolCost, currency)) : money(cost, currency),
  },
  {
    title: stockTexts.margin,
    right: true,
    nowrap: true,
    cell: ({ price, cost }) => <Margin price={price} cost={cost ?? poolCost} currency={currency} />,
  },
];
