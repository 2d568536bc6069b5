import { t } from "../../texts/t.ts";
import { Time } from "../../ui/Time.tsx";
import type { Column } from "../../ui/column.ts";
import { Money } from "../Money.tsx";

interface Order {
  order_id: string;
  price: number;
  created_at: string;
}

/** The last columns of every list of orders: the price, the time and the order's id. */
export const closingColumns: Column<Order>[] = [
  {
    title: t.orders.price,
    right: true,
    wide: true,
    nowrap: true,
    cell: ({ price }) => <Money amount={price} />,
  },
  { title: t.orders.time, wide: true, cell: ({ created_at: at }) => <Time at={at} /> },
  {
    title: t.orders.id,
    right: true,
    wide: true,
    cell: ({ order_id: id }) => <span className="mono">{id}</span>,
  },
];
