import { useState } from "react";
import { own } from "../../api/client.ts";
import type { AuditEntry } from "../../api/types/operator.ts";
import { usePages } from "../../data/use-pages.ts";
import { t } from "../../texts/t.ts";
import { Empty } from "../../ui/Empty.tsx";
import { Page } from "../../ui/Page.tsx";
import { PagedTable } from "../../ui/PagedTable.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import { auditColumns } from "./columns.tsx";

export function AuditPage() {
  const [q, setQ] = useState("");
  const pages = usePages(
    ["operator", "audit", q],
    (before, limit) => own<AuditEntry[]>("operator/audit", { query: { q, before, limit } }),
    ({ id }) => id,
  );
  return (
    <Page title={t.operator.audit} lead={t.operator.auditLead}>
      <SearchField hint={t.operator.subject} onSearch={setQ} />
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
