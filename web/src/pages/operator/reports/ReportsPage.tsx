import { Group } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { own } from "../../../api/client.ts";
import type { ListedReport } from "#answers/cases.ts";
import { usePages } from "../../../data/use-pages.ts";
import { PagedTable } from "../../../parts/PagedTable.tsx";
import { SavedViews } from "../../../parts/SavedViews.tsx";
import { Totals } from "../../../parts/Totals.tsx";
import { periodFilters, queryOf } from "../../../state/period.ts";
import { useFilters } from "../../../state/search.ts";
import { cases, operatorReports as texts } from "../../../texts/cases.ts";
import { Choice } from "../../../ui/Choice.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { Page } from "../../../ui/Page.tsx";
import { PeriodField } from "../../../ui/PeriodField.tsx";
import { SearchField } from "../../../ui/SearchField.tsx";
import { SortChoice } from "../../../ui/SortChoice.tsx";
import { reportColumns } from "./columns.tsx";

const choices = (names: Record<string, string>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

export function ReportsPage() {
  const [filter, change] = useFilters("q", "state", "category", "sort", ...periodFilters);
  const navigate = useNavigate();
  const asked = queryOf(filter);
  const key = ["operator", "reports", asked];
  const pages = usePages(
    key,
    (before, limit) => own<ListedReport[]>("operator/reports", { query: { ...asked, before, limit } }),
    ({ id }) => id,
    { liveSeconds: 30 },
  );
  return (
    <Page title={texts.title} lead={texts.lead} actions={<SavedViews filter={filter} onChoose={change} />}>
      <Group align="flex-end" gap="xs">
        <SearchField hint={texts.search} value={filter.q ?? ""} onSearch={(q) => change({ q })} />
        <Choice
          label={cases.state}
          data={choices(cases.states)}
          value={filter.state}
          onChange={(state) => change({ state })}
        />
        <Choice
          label={cases.category}
          data={choices(cases.categories)}
          value={filter.category}
          onChange={(category) => change({ category })}
        />
        <PeriodField value={filter} onChange={change} />
        <SortChoice value={filter.sort} onChange={(sort) => change({ sort })} />
      </Group>
      <Totals queryKey={key} path="operator/reports/totals" query={asked} />
      <PagedTable
        label={texts.title}
        pages={pages}
        columns={reportColumns}
        rowKey={({ id }) => id}
        onRow={({ id }) => void navigate({ to: "/operator/reports/$id", params: { id: String(id) } })}
        empty={<Empty text={texts.none} />}
      />
    </Page>
  );
}
