import { Group, Select } from "@mantine/core";
import { useState } from "react";
import { own } from "../../api/client.ts";
import type { OperatorOrder } from "../../api/types/operator.ts";
import { usePages } from "../../data/use-pages.ts";
import { t } from "../../texts/t.ts";
import { Empty } from "../../ui/Empty.tsx";
import { Page } from "../../ui/Page.tsx";
import { PagedTable } from "../../ui/PagedTable.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import { OperatorOrderDrawer } from "./OperatorOrderDrawer.tsx";
import { operatorOrderColumns } from "./columns.tsx";

const statuses = Object.entries(t.status).map(([value, label]) => ({ value, label }));
const modes = [
  { value: "live", label: t.shell.live },
  { value: "test", label: t.shell.sandbox },
];

export function OperatorOrdersPage() {
  const [q, setQ] = useState("");
  const [status, setStatus] = useState<string | null>(null);
  const [mode, setMode] = useState<string | null>("live");
  const [opened, setOpened] = useState<string | null>(null);
  const filter = { q: q.replace(/\D/g, ""), status: status ?? undefined, mode: mode ?? undefined };
  const pages = usePages(
    ["operator", "orders", filter],
    (before, limit) => own<OperatorOrder[]>("operator/orders", { query: { ...filter, before, limit } }),
    ({ cursor }) => cursor,
  );
  return (
    <Page title={t.operator.ordersTitle}>
      <Group align="flex-end" gap="xs">
        <SearchField hint={t.operator.ordersSearch} onSearch={setQ} />
        <Select
          label={t.orders.status}
          placeholder={t.common.all}
          clearable
          data={statuses}
          value={status}
          onChange={setStatus}
          w={160}
        />
        <Select
          label={t.operator.mode}
          placeholder={t.common.all}
          clearable
          data={modes}
          value={mode}
          onChange={setMode}
          w={140}
        />
      </Group>
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
