import { Group, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { own } from "../../../api/client.ts";
import type { AuditEntry } from "#answers/operator/system.ts";
import { useFilters } from "../../../state/search.ts";
import { usePages } from "../../../data/use-pages.ts";
import { t } from "../../../texts/t.ts";
import { Choice } from "../../../ui/Choice.tsx";
import { DayField } from "../../../ui/DayField.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { ExportButton } from "../../../ui/ExportButton.tsx";
import { Page } from "../../../ui/Page.tsx";
import { PagedTable } from "../../../parts/PagedTable.tsx";
import { SearchField } from "../../../ui/SearchField.tsx";
import { auditColumns } from "../../../parts/audit-columns.tsx";

const kinds = Object.entries(t.operator.actionKinds).map(([value, label]) => ({ value, label }));

export function AuditPage() {
  const [filter, change] = useFilters("q", "actor", "action", "from", "to");
  const byActor = useDebouncedCallback((actor: string) => change({ actor }), 250);
  const pages = usePages(
    ["operator", "audit", filter],
    (before, limit) => own<AuditEntry[]>("operator/audit", { query: { ...filter, before, limit } }),
    ({ id }) => id,
    { liveSeconds: 10 },
  );
  return (
    <Page
      title={t.operator.audit}
      lead={t.operator.auditLead}
      actions={<ExportButton path="operator/audit" query={filter} />}
    >
      <Group align="flex-end" gap="xs">
        <SearchField hint={t.operator.subjectHint} value={filter.q ?? ""} onSearch={(q) => change({ q })} />
        <TextInput
          label={t.operator.actor}
          placeholder={t.common.all}
          defaultValue={filter.actor ?? ""}
          onChange={({ currentTarget: { value } }) => byActor(value.trim())}
          w={{ base: "calc(50% - 5px)", xs: 150 }}
        />
        <Choice
          label={t.operator.action}
          data={kinds}
          value={filter.action}
          onChange={(action) => change({ action })}
        />
        <DayField label={t.orders.from} value={filter.from} onChange={(from) => change({ from })} />
        <DayField label={t.orders.to} isEnd value={filter.to} onChange={(to) => change({ to })} />
      </Group>
      <PagedTable
        label={t.operator.audit}
        pages={pages}
        columns={auditColumns}
        rowKey={({ id }) => id}
        empty={<Empty text={t.operator.noAudit} />}
      />
    </Page>
  );
}
