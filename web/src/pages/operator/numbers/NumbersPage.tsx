import { Button, Group } from "@mantine/core";
import { IconUpload } from "@tabler/icons-react";
import { useState } from "react";
import { own } from "../../../api/client.ts";
import type { InventoryNumber } from "#answers/operator/numbers.ts";
import type { Pool } from "#answers/operator/pools.ts";
import { SavedViews } from "../../../parts/SavedViews.tsx";
import { Totals } from "../../../parts/Totals.tsx";
import { SortChoice } from "../../../ui/SortChoice.tsx";
import { periodFilters, queryOf } from "../../../state/period.ts";
import { useFilters } from "../../../state/search.ts";
import { useNameOfService } from "../../../data/use-all-services.ts";
import { usePages } from "../../../data/use-pages.ts";
import { useStockPools } from "../../../data/use-stock-pools.ts";
import { stock as stockTexts } from "../../../texts/stock.ts";
import { Chips } from "../../../ui/Chips.tsx";
import { Choice } from "../../../ui/Choice.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { regionName } from "../../../ui/format.ts";
import { Page } from "../../../ui/Page.tsx";
import { PagedTable } from "../../../parts/PagedTable.tsx";
import { PeriodField } from "../../../ui/PeriodField.tsx";
import { SearchField } from "../../../ui/SearchField.tsx";
import { ImportModal } from "./ImportModal.tsx";
import { NumberDrawer } from "./NumberDrawer.tsx";
import { numberColumns } from "./columns.tsx";

const states = Object.entries(stockTexts.states).map(([value, label]) => ({ value, label }));

/** Other pools are filled by their suppliers. */
const isOurs = ({ supplier, retired_at: retired }: Pool): boolean =>
  supplier === "inventory" && retired === null;

export function NumbersPage() {
  const pools = useStockPools().data ?? [];
  const [filter, change] = useFilters("q", "pool", "state", "country", "silent", "sort", ...periodFilters);
  const [isImporting, setImporting] = useState(false);
  const [opened, setOpened] = useState<number | null>(null);
  const nameOf = useNameOfService();
  const asked = queryOf(filter);
  const key = ["operator", "numbers", asked];
  const pages = usePages(
    key,
    (before, limit) => own<InventoryNumber[]>("operator/numbers", { query: { ...asked, before, limit } }),
    ({ id }) => id,
  );
  const importButton = (
    <Button leftSection={<IconUpload size={16} aria-hidden />} onClick={() => setImporting(true)}>
      {stockTexts.import}
    </Button>
  );
  return (
    <Page
      title={stockTexts.numbers}
      actions={
        <>
          <SavedViews filter={filter} onChoose={change} />
          {importButton}
        </>
      }
    >
      <Group align="flex-end" gap="xs">
        <SearchField
          hint={stockTexts.search}
          value={filter.q ?? ""}
          onSearch={(q) => change({ q: q.replace(/\D/g, "") })}
        />
        <Choice
          label={stockTexts.pool}
          data={pools.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={filter.pool}
          onChange={(pool) => change({ pool })}
          width={180}
        />
        <Choice
          label={stockTexts.state}
          data={states}
          value={filter.state}
          onChange={(state) => change({ state })}
          width={140}
        />
        <PeriodField label={stockTexts.imports} value={filter} onChange={change} />
        <SortChoice
          sorts={["newest", "oldest", "number"]}
          value={filter.sort}
          onChange={(sort) => change({ sort })}
        />
      </Group>
      <Chips
        chips={[
          ...(filter.silent ? [{ name: "silent", text: stockTexts.silentOnly }] : []),
          ...(filter.country
            ? [{ name: "country", text: `${stockTexts.country} ${regionName(filter.country)}` }]
            : []),
        ]}
        onRemove={(name) => change({ [name]: null })}
      />
      <Totals queryKey={key} path="operator/numbers/totals" query={asked} />
      <PagedTable
        label={stockTexts.numbers}
        pages={pages}
        columns={numberColumns(nameOf)}
        rowKey={({ id }) => id}
        onRow={({ id }) => setOpened(id)}
        empty={<Empty text={stockTexts.empty} />}
      />
      {isImporting && <ImportModal pools={pools.filter(isOurs)} onClose={() => setImporting(false)} />}
      {opened !== null && <NumberDrawer id={opened} onClose={() => setOpened(null)} />}
    </Page>
  );
}
