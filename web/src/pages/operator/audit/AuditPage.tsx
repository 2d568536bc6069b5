import { Group, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { own } from "../../../api/client.ts";
import type { AuditEntry } from "#answers/operator/system.ts";
import { SavedViews } from "../../../parts/SavedViews.tsx";
import { Totals } from "../../../parts/Totals.tsx";
import { periodFilters, queryOf } from "../../../state/period.ts";
import { useFilters } from "../../../state/search.ts";
import { usePages } from "../../../data/use-pages.ts";
import { audit as auditTexts } from "../../../texts/audit.ts";
import { t } from "../../../texts/t.ts";
import { Choice } from "../../../ui/Choice.tsx";
import { PeriodField } from "../../../ui/PeriodField.tsx";
import { SortChoice } from "../../../ui/SortChoice.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { ExportButton } from "../../../ui/ExportButton.tsx";
import { Page } from "../../../ui/Page.tsx";
import { PagedTable } from "../../../parts/PagedTable.tsx";
import { SearchField } from "../../../ui/SearchField.tsx";
import { auditColumns } from "../../../parts/audit-columns.tsx";

const kinds = Object.entries(auditTexts.actionKinds).map(([value, label]) => ({ value, label }));

export function AuditPage() {
  const [filter, change] = useFilters("q", "actor", "action", "sort", ...periodFilters);
  const byActor = useDebouncedCallback((actor: string) => change({ actor }), 250);
  const asked = queryOf(filter);
  const key = ["operator", "audit", asked];
  const pages = usePages(
    key,
    (before, limit) => own<AuditEntry[]>("operator/audit", { query: { ...asked, before, limit } }),
    ({ id }) => id,
    { liveSeconds: 10 },
  );
  return (
    <Page
      title={auditTexts.title}
      lead={auditTexts.lead}
      actions={
        <>
          <SavedViews filter={filter} onChoose={change} />
          <ExportButton path="operator/audit" query={asked} />
        </>
      }
    >
      <Group align="flex-end" gap="xs">
        <SearchField hint={auditTexts.subjectHint} value={filter.q ?? ""} onSearch={(q) => change({ q })} />
        <TextInput
          label={auditTexts.actor}
          placeholder={t.common.all}
          defaultValue={filter.actor ?? ""}
          onChange={({ currentTarget: { value } }) => byActor(value.trim())}
          w={{ base: "calc(50% - 5px)", xs: 150 }}
        />
        <Choice
          label={auditTexts.action}
          data={kinds}
          value={filter.action}
          onChange={(action) => change({ action })}
        />
        <PeriodField value={filter} onChange={change} />
        <SortChoice value={filter.sort} onChange={(sort) => change({ sort })} />
      </Group>
      <Totals queryKey={key} path="operator/audit/totals" query={asked} />
      <PagedTable
        label={auditTexts.title}
        pages={pages}
        columns={auditColumns}
        rowKey={({ id }) => id}
        empty={<Empty text={auditTexts.none} />}
      />
    </Page>
  );
}
