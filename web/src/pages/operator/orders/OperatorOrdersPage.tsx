import { SegmentedControl } from "@mantine/core";
import { Suspense, lazy, useState } from "react";
import { own } from "../../../api/client.ts";
import { useCurrency } from "../../../data/use-currency.ts";
import { queryOf } from "../../../state/period.ts";
import { SavedViews } from "../../../parts/SavedViews.tsx";
import { Totals } from "../../../parts/Totals.tsx";
import { money } from "../../../ui/format.ts";
import type { OperatorOrder, OrderTotals } from "#answers/operator/orders.ts";
import { useFilters } from "../../../state/search.ts";
import { usePages } from "../../../data/use-pages.ts";
import { operator as operatorTexts } from "../../../texts/operator.ts";
import { t } from "../../../texts/t.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { ExportButton } from "../../../ui/ExportButton.tsx";
import { Page } from "../../../ui/Page.tsx";
import { PagedTable } from "../../../parts/PagedTable.tsx";
import { OperatorChips, OperatorFilters } from "./OperatorFilters.tsx";
import { operatorOrderColumns } from "../../../parts/orders/operator-order-columns.tsx";
import { OrderFilterBar } from "../../../parts/orders/OrderFilterBar.tsx";
import { modeChoices, operatorOrderFilters, operatorStatusChoices } from "../../../parts/orders/filters.ts";

const OperatorOrderDrawer = lazy(() =>
  import("./OperatorOrderDrawer.tsx").then((module) => ({ default: module.OperatorOrderDrawer })),
);

export function OperatorOrdersPage() {
  const [filter, change] = useFilters(...operatorOrderFilters);
  const [opened, setOpened] = useState<string | null>(null);
  const { mode = "live", ...others } = filter;
  const asked = { ...queryOf(others), ...(mode === "all" ? {} : { mode }) };
  const key = ["operator", "orders", asked];
  const currency = useCurrency();
  const pages = usePages(
    key,
    (before, limit) => own<OperatorOrder[]>("operator/orders", { query: { ...asked, before, limit } }),
    ({ cursor }) => cursor,
    { liveSeconds: 5 },
  );
  return (
    <Page
      title={operatorTexts.ordersTitle}
      actions={
        <>
          <SavedViews filter={filter} onChoose={change} />
          <ExportButton path="operator/orders" query={asked} />
        </>
      }
    >
      <SegmentedControl
        aria-label={operatorTexts.mode}
        data={modeChoices}
        value={mode}
        onChange={(chosen) => change({ mode: chosen === "live" ? null : chosen })}
        w={{ base: "100%", xs: 300 }}
      />
      <OrderFilterBar filter={filter} onChange={change} statuses={operatorStatusChoices}>
        <OperatorFilters filter={filter} onChange={change} />
      </OrderFilterBar>
      <OperatorChips filter={filter} onChange={change} />
      <Totals<OrderTotals>
        queryKey={key}
        path="operator/orders/totals"
        query={asked}
        more={({ delivered, charged }) => [
          t.orders.withCode(delivered),
          t.orders.charged(money(charged, currency)),
        ]}
      />
      <PagedTable
        label={operatorTexts.ordersTitle}
        pages={pages}
        columns={operatorOrderColumns}
        rowKey={(row) => row.order_id}
        onRow={(row) => setOpened(row.order_id)}
        empty={<Empty text={operatorTexts.noOrders} />}
      />
      {opened !== null && (
        <Suspense>
          <OperatorOrderDrawer orderId={opened} onClose={() => setOpened(null)} />
        </Suspense>
      )}
    </Page>
  );
}
