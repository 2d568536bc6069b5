import { Group, SegmentedControl, Switch } from "@mantine/core";
import { useState } from "react";
import { own } from "../../../api/client.ts";
import type { OperatorMessage } from "#answers/operator/messages.ts";
import { SavedViews } from "../../../parts/SavedViews.tsx";
import { Totals } from "../../../parts/Totals.tsx";
import { PeriodField } from "../../../ui/PeriodField.tsx";
import { SortChoice } from "../../../ui/SortChoice.tsx";
import { periodFilters, queryOf } from "../../../state/period.ts";
import { useFilters } from "../../../state/search.ts";
import { usePages } from "../../../data/use-pages.ts";
import { stock as stockTexts } from "../../../texts/stock.ts";
import { operator as operatorTexts } from "../../../texts/operator.ts";
import { Choice } from "../../../ui/Choice.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { Page } from "../../../ui/Page.tsx";
import { PagedTable } from "../../../parts/PagedTable.tsx";
import { SearchField } from "../../../ui/SearchField.tsx";
import { useSources } from "../../../data/use-sources.ts";
import { AssignModal } from "./AssignModal.tsx";
import { messageColumns } from "./columns.tsx";

export function MessagesPage() {
  const [filter, change] = useFilters("q", "state", "source", "sort", ...periodFilters);
  const { state = "unmatched" } = filter;
  const sources = useSources().data?.sources ?? [];
  const [reveal, setReveal] = useState(false);
  const [assigning, setAssigning] = useState<OperatorMessage | null>(null);
  const asked = queryOf(filter);
  const key = ["operator", "messages", asked, reveal];
  const pages = usePages(
    key,
    (before, limit) =>
      own<OperatorMessage[]>("operator/messages", {
        query: { ...asked, before, limit, reveal: reveal ? 1 : undefined },
      }),
    ({ id }) => id,
    reveal ? {} : { liveSeconds: 5 }, // Reading texts is recorded, so they are not refetched.
  );
  return (
    <Page
      title={operatorTexts.messages}
      lead={operatorTexts.messagesLead}
      actions={<SavedViews filter={filter} onChoose={change} />}
    >
      <Group gap="xs" align="flex-end">
        <SearchField
          hint={stockTexts.search}
          value={filter.q ?? ""}
          onSearch={(q) => change({ q: q.replace(/\D/g, "") })}
        />
        <Choice
          label={operatorTexts.source}
          data={sources.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={filter.source}
          onChange={(source) => change({ source })}
        />
        <PeriodField value={filter} onChange={change} />
        <SortChoice value={filter.sort} onChange={(sort) => change({ sort })} />
        <SegmentedControl
          aria-label={operatorTexts.messages}
          data={[
            { value: "unmatched", label: operatorTexts.unmatchedTab },
            { value: "all", label: operatorTexts.allTab },
          ]}
          value={state}
          onChange={(next) => change({ state: next })}
        />
        <Switch
          label={operatorTexts.reveal}
          description={operatorTexts.revealHint}
          checked={reveal}
          onChange={(event) => setReveal(event.currentTarget.checked)}
        />
      </Group>
      <Totals queryKey={key} path="operator/messages/totals" query={asked} />
      <PagedTable
        label={operatorTexts.messages}
        pages={pages}
        columns={messageColumns(setAssigning)}
        rowKey={({ id }) => id}
        empty={<Empty text={state === "unmatched" ? operatorTexts.noUnmatched : operatorTexts.noMessages} />}
      />
      {assigning && <AssignModal message={assigning} onClose={() => setAssigning(null)} />}
    </Page>
  );
}
