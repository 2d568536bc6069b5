import type { Price } from "#answers/operator/pools.ts";
import { t } from "../../../texts/t.ts";
import type { Column } from "../../../ui/column.ts";
import { money } from "../../../ui/format.ts";
import { Margin } from "./Margin.tsx";

export const priceColumns = (
  poolCost: number,
  currency: string,
  nameOf: (slug: string) => string,
): Column<Price>[] => [
  { title: t.stock.country, cell: ({ country }) => country ?? t.stock.anyCountry },
  { title: t.rent.service, cell: ({ service }) => (service === null ? t.stock.anyService : nameOf(service)) },
  { title: t.stock.price, right: true, nowrap: true, cell: ({ price }) => money(price, currency) },
  {
    title: t.stock.cost,
    right: true,
    wide: true,
    nowrap: true,
    cell: ({ cost }) => (cost === null ? t.stock.asPool(money(poolCost, currency)) : money(cost, currency)),
  },
  {
    title: t.stock.margin,
    right: true,
    nowrap: true,
    cell: ({ price, cost }) => <Margin price={price} cost={cost ?? poolCost} currency={currency} />,
  },
];
