import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { Link, getRouteApi, useNavigate } from "@tanstack/react-router";
import { documented, withQuery } from "../../../api/client.ts";
import type { ListedOrder } from "#api-answers/orders.ts";
import { useMode } from "../../../state/mode.ts";
import { useServiceNames } from "../../../data/use-catalog.ts";
import { useMay, useMe } from "../../../data/use-me.ts";
import { usePages } from "../../../data/use-pages.ts";
import { t } from "../../../texts/t.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { Page } from "../../../ui/Page.tsx";
import { PagedTable } from "../../../parts/PagedTable.tsx";
import { OrderDrawer } from "./OrderDrawer.tsx";
import { CatalogFilters } from "./CatalogFilters.tsx";
import { orderColumns } from "./columns.tsx";
import { OrderFilterBar } from "../../../parts/orders/OrderFilterBar.tsx";
import { orderFilters, statusChoices } from "../../../parts/orders/filters.ts";
import { queryOf } from "../../../state/period.ts";
import { SavedViews } from "../../../parts/SavedViews.tsx";
import { Totals } from "../../../parts/Totals.tsx";
import { money } from "../../../ui/format.ts";
import type { OrderTotals } from "#answers/operator/orders.ts";
import { useFilters } from "../../../state/search.ts";

const route = getRouteApi("/shell/orders");

export function OrdersPage() {
  const mode = useMode();
  const navigate = useNavigate();
  const { order } = route.useSearch();
  const [{ order: _, ...query }, change] = useFilters(...orderFilters, "order");
  const asked = queryOf(query);
  const key = ["orders", mode, asked];
  const pages = usePages(
    key,
    (before, limit) => documented<ListedOrder[]>("orders", { mode, query: { ...asked, before, limit } }),
    ({ id }) => id,
  );
  const nameOf = useServiceNames();
  const showsCodes = useMay("owner", "developer");
  const currency = useMe()?.account?.currency ?? "NGN";
  const isFiltered = Object.keys(query).some((name) => name !== "sort");
  const clear = (): void => change(Object.fromEntries(orderFilters.map((name) => [name, null])));

  return (
    <Page
      title={t.orders.title}
      actions={
        <>
          <SavedViews filter={query} onChoose={change} />
          <Button
            component="a"
            href={withQuery("/account/api/v1/orders", { ...asked, mode, format: "csv" })}
            download="orders.csv"
            variant="default"
            title={t.orders.exportHint}
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t.orders.export}
          </Button>
        </>
      }
    >
      <OrderFilterBar filter={query} onChange={change} statuses={statusChoices}>
        <CatalogFilters filter={query} onChange={change} />
      </OrderFilterBar>
      <Totals<OrderTotals>
        queryKey={key}
        path="orders/totals"
        mode={mode}
        query={asked}
        more={({ delivered, charged }) => [
          t.orders.withCode(delivered),
          t.orders.charged(money(charged, currency)),
        ]}
      />
      <PagedTable
        label={t.orders.title}
        pages={pages}
        columns={orderColumns(nameOf, showsCodes)}
        rowKey={(row) => row.order_id}
        onRow={(row) => void navigate({ to: "/orders", search: { ...query, order: Number(row.order_id) } })}
        empty={
          isFiltered ? (
            <Empty
              text={t.orders.emptyFiltered}
              action={
                <Button variant="default" onClick={clear}>
                  {t.orders.clear}
                </Button>
              }
            />
          ) : (
            <Empty
              text={t.orders.empty}
              action={
                <Button component={Link} to="/rent">
                  {t.orders.goRent}
                </Button>
              }
            />
          )
        }
      />
      {order !== undefined && (
        <OrderDrawer
          orderId={String(order)}
          onClose={() => void navigate({ to: "/orders", search: query })}
        />
      )}
    </Page>
  );
}
