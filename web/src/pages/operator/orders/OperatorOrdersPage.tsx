import { useState } from "react";
import { own } from "../../../api/client.ts";
import type { OperatorOrder } from "#answers/operator/orders.ts";
import { useFilters } from "../../../state/search.ts";
import { usePages } from "../../../data/use-pages.ts";
import { t } from "../../../texts/t.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { ExportButton } from "../../../ui/ExportButton.tsx";
import { Page } from "../../../ui/Page.tsx";
import { PagedTable } from "../../../parts/PagedTable.tsx";
import { OperatorOrderDrawer } from "./OperatorOrderDrawer.tsx";
import { OperatorChips, OperatorFilters } from "./OperatorFilters.tsx";
import { operatorOrderColumns } from "../../../parts/orders/operator-order-columns.tsx";
import { OrderFilterBar } from "../../../parts/orders/OrderFilterBar.tsx";
import { operatorOrderFilters, operatorStatusChoices } from "../../../parts/orders/filters.ts";

export function OperatorOrdersPage() {
  const [filter, change] = useFilters(...operatorOrderFilters);
  const [opened, setOpened] = useState<string | null>(null);
  const pages = usePages(
    ["operator", "orders", filter],
    (before, limit) => own<OperatorOrder[]>("operator/orders", { query: { ...filter, before, limit } }),
    ({ cursor }) => cursor,
    { liveSeconds: 5 },
  );
  return (
    <Page title={t.operator.ordersTitle} actions={<ExportButton path="operator/orders" query={filter} />}>
      <OrderFilterBar filter={filter} onChange={change} statuses={operatorStatusChoices}>
        <OperatorFilters filter={filter} onChange={change} />
      </OrderFilterBar>
      <OperatorChips filter={filter} onChange={change} />
      <PagedTable
        label={t.operator.ordersTitle}
        pages={pages}
        columns={operatorOrderColumns}
        rowKey={(row) => row.order_id}
        onRow={(row) => setOpened(row.order_id)}
        empty={<Empty text={t.operator.noOrders} />}
      />
      {opened !== null && <OperatorOrderDrawer orderId={opened} onClose={() => setOpened(null)} />}
    </Page>
  );
}
