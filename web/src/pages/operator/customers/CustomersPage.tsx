import { useNavigate } from "@tanstack/react-router";
import { own } from "../../../api/client.ts";
import type { Customer } from "#answers/operator/customers.ts";
import { useFilters } from "../../../state/search.ts";
import { usePages } from "../../../data/use-pages.ts";
import { t } from "../../../texts/t.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { Page } from "../../../ui/Page.tsx";
import { PagedTable } from "../../../parts/PagedTable.tsx";
import { SearchField } from "../../../ui/SearchField.tsx";
import { customerColumns } from "./columns.tsx";

export function CustomersPage() {
  const [{ q }, change] = useFilters("q");
  const navigate = useNavigate();
  const pages = usePages(
    ["operator", "customers", q],
    (before, limit) => own<Customer[]>("operator/customers", { query: { q, before, limit } }),
    ({ id }) => id,
  );
  return (
    <Page title={t.operator.customers}>
      <SearchField
        hint={t.operator.customersSearch}
        value={q ?? ""}
        onSearch={(text) => change({ q: text })}
      />
      <PagedTable
        label={t.operator.customers}
        pages={pages}
        columns={customerColumns}
        rowKey={({ id }) => id}
        onRow={({ id }) => void navigate({ to: "/operator/customers/$id", params: { id: String(id) } })}
        empty={<Empty text={t.operator.noCustomers} />}
      />
    </Page>
  );
}
