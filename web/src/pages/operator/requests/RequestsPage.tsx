import { Button, Group } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { own } from "../../../api/client.ts";
import type { AuthorityRequest } from "#answers/requests.ts";
import { usePages } from "../../../data/use-pages.ts";
import { PagedTable } from "../../../parts/PagedTable.tsx";
import { SavedViews } from "../../../parts/SavedViews.tsx";
import { Totals } from "../../../parts/Totals.tsx";
import { periodFilters, queryOf } from "../../../state/period.ts";
import { useFilters } from "../../../state/search.ts";
import { requests as texts } from "../../../texts/cases.ts";
import { Choice } from "../../../ui/Choice.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { Page } from "../../../ui/Page.tsx";
import { PeriodField } from "../../../ui/PeriodField.tsx";
import { SearchField } from "../../../ui/SearchField.tsx";
import { SortChoice } from "../../../ui/SortChoice.tsx";
import { RecordModal } from "./RecordModal.tsx";
import { requestColumns } from "./columns.tsx";

const states = Object.entries(texts.states).map(([value, label]) => ({ value, label }));

export function RequestsPage() {
  const [filter, change] = useFilters("q", "state", "due", "sort", ...periodFilters);
  const [isRecording, setRecording] = useState(false);
  const navigate = useNavigate();
  const asked = queryOf(filter);
  const key = ["operator", "requests", asked];
  const pages = usePages(
    key,
    (before, limit) => own<AuthorityRequest[]>("operator/requests", { query: { ...asked, before, limit } }),
    ({ id }) => id,
  );
  const open = (id: number): void =>
    void navigate({ to: "/operator/requests/$id", params: { id: String(id) } });
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      actions={
        <>
          <SavedViews filter={filter} onChoose={change} />
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setRecording(true)}>
            {texts.record}
          </Button>
        </>
      }
    >
      <Group align="flex-end" gap="xs">
        <SearchField hint={texts.search} value={filter.q ?? ""} onSearch={(q) => change({ q })} />
        <Choice
          label={texts.state}
          data={states}
          value={filter.state}
          onChange={(state) => change({ state })}
        />
        <Choice
          label={texts.due}
          data={[{ value: "1", label: texts.dueOnly }]}
          value={filter.due}
          onChange={(due) => change({ due })}
        />
        <PeriodField value={filter} onChange={change} />
        <SortChoice value={filter.sort} onChange={(sort) => change({ sort })} />
      </Group>
      <Totals queryKey={key} path="operator/requests/totals" query={asked} />
      <PagedTable
        label={texts.title}
        pages={pages}
        columns={requestColumns}
        rowKey={({ id }) => id}
        onRow={({ id }) => open(id)}
        empty={<Empty text={texts.none} />}
      />
      {isRecording && <RecordModal onClose={() => setRecording(false)} onDone={open} />}
    </Page>
  );
}
