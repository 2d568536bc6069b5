import { Button, Group, Select } from "@mantine/core";
import { IconUpload } from "@tabler/icons-react";
import { useState } from "react";
import { own } from "../../api/client.ts";
import type { NumberRow } from "../../api/types/stock.ts";
import { usePages } from "../../data/use-pages.ts";
import { useStockPools } from "../../data/use-stock-pools.ts";
import { t } from "../../texts/t.ts";
import { Empty } from "../../ui/Empty.tsx";
import { Page } from "../../ui/Page.tsx";
import { PagedTable } from "../../ui/PagedTable.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import { ImportModal } from "./ImportModal.tsx";
import { NumberDrawer } from "./NumberDrawer.tsx";
import { numberColumns } from "./columns.tsx";

const states = Object.entries(t.stock.states).map(([value, label]) => ({ value, label }));

export function NumbersPage() {
  const pools = useStockPools().data ?? [];
  const [q, setQ] = useState("");
  const [pool, setPool] = useState<string | null>(null);
  const [state, setState] = useState<string | null>(null);
  const [isImporting, setImporting] = useState(false);
  const [opened, setOpened] = useState<number | null>(null);
  const filter = { q: q.replace(/\D/g, ""), pool: pool ?? undefined, state: state ?? undefined };
  const pages = usePages(
    ["operator", "numbers", filter],
    (before, limit) => own<NumberRow[]>("operator/numbers", { query: { ...filter, before, limit } }),
    ({ id }) => id,
  );
  const importButton = (
    <Button leftSection={<IconUpload size={16} aria-hidden />} onClick={() => setImporting(true)}>
      {t.stock.import}
    </Button>
  );
  return (
    <Page title={t.stock.numbers} actions={importButton}>
      <Group align="flex-end" gap="xs">
        <SearchField hint={t.stock.search} onSearch={setQ} />
        <Select
          label={t.stock.pool}
          placeholder={t.common.all}
          clearable
          data={pools.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={pool}
          onChange={setPool}
          w={180}
        />
        <Select
          label={t.stock.state}
          placeholder={t.common.all}
          clearable
          data={states}
          value={state}
          onChange={setState}
          w={140}
        />
      </Group>
      <PagedTable
        label={t.stock.numbers}
        pages={pages}
        columns={numberColumns}
        rowKey={({ id }) => id}
        onRow={({ id }) => setOpened(id)}
        empty={<Empty text={t.stock.empty} />}
      />
      {isImporting && <ImportModal pools={pools} onClose={() => setImporting(false)} />}
      {opened !== null && <NumberDrawer id={opened} onClose={() => setOpened(null)} />}
    </Page>
  );
}
