import { Button, Group } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { own } from "../../../api/client.ts";
import type { Customer, CustomerTotals } from "#answers/operator/customers.ts";
import { useCurrency } from "../../../data/use-currency.ts";
import { usePages } from "../../../data/use-pages.ts";
import { PagedTable } from "../../../parts/PagedTable.tsx";
import { SavedViews } from "../../../parts/SavedViews.tsx";
import { Totals } from "../../../parts/Totals.tsx";
import { periodFilters, queryOf } from "../../../state/period.ts";
import { useFilters } from "../../../state/search.ts";
import { operator as operatorTexts } from "../../../texts/operator.ts";
import { Choice } from "../../../ui/Choice.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { money } from "../../../ui/format.ts";
import { Page } from "../../../ui/Page.tsx";
import { PeriodField } from "../../../ui/PeriodField.tsx";
import { SearchField } from "../../../ui/SearchField.tsx";
import { SortChoice } from "../../../ui/SortChoice.tsx";
import { NewCustomer } from "./NewCustomer.tsx";
import { customerColumns } from "./columns.tsx";

const states = [
  { value: "active", label: operatorTexts.active },
  { value: "suspended", label: operatorTexts.suspended },
  { value: "closed", label: operatorTexts.closed },
];

export function CustomersPage() {
  const [filter, change] = useFilters("q", "state", "sort", ...periodFilters);
  const [isCreating, setCreating] = useState(false);
  const navigate = useNavigate();
  const currency = useCurrency();
  const asked = queryOf(filter);
  const key = ["operator", "customers", asked];
  const pages = usePages(
    key,
    (before, limit) => own<Customer[]>("operator/customers", { query: { ...asked, before, limit } }),
    ({ id }) => id,
  );
  const open = (id: number): void =>
    void navigate({ to: "/operator/customers/$id", params: { id: String(id) } });
  return (
    <Page
      title={operatorTexts.customers}
      actions={
        <>
          <SavedViews filter={filter} onChoose={change} />
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setCreating(true)}>
            {operatorTexts.newCustomer}
          </Button>
        </>
      }
    >
      <Group align="flex-end" gap="xs">
        <SearchField
          hint={operatorTexts.customersSearch}
          value={filter.q ?? ""}
          onSearch={(text) => change({ q: text })}
        />
        <Choice
          label={operatorTexts.state}
          data={states}
          value={filter.state}
          onChange={(state) => change({ state })}
        />
        <PeriodField value={filter} onChange={change} />
        <SortChoice
          sorts={["newest", "oldest", "name", "balance"]}
          value={filter.sort}
          onChange={(sort) => change({ sort })}
        />
      </Group>
      <Totals<CustomerTotals>
        queryKey={key}
        path="operator/customers/totals"
        query={asked}
        more={({ balance, held }) => [
          operatorTexts.balances(money(balance, currency), money(held, currency)),
        ]}
      />
      <PagedTable
        label={operatorTexts.customers}
        pages={pages}
        columns={customerColumns}
        rowKey={({ id }) => id}
        onRow={({ id }) => open(id)}
        empty={<Empty text={operatorTexts.noCustomers} />}
      />
      {isCreating && <NewCustomer onClose={() => setCreating(false)} onDone={open} />}
    </Page>
  );
}
