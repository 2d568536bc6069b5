import { Button, Group } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Pool } from "#answers/operator/pools.ts";
import { useStockPools } from "../../../data/use-stock-pools.ts";
import { stock as stockTexts } from "../../../texts/stock.ts";
import { operator as operatorTexts } from "../../../texts/operator.ts";
import { Choice } from "../../../ui/Choice.tsx";
import { SearchField } from "../../../ui/SearchField.tsx";
import { FoundRows } from "../../../parts/FoundRows.tsx";
import { SavedViews } from "../../../parts/SavedViews.tsx";
import { modeChoices } from "../../../parts/orders/filters.ts";
import { contains, useFilters } from "../../../state/search.ts";
import { DataTable } from "../../../ui/DataTable.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Page } from "../../../ui/Page.tsx";
import { PoolModal } from "./PoolModal.tsx";
import { poolColumns } from "./columns.tsx";
import { useCurrency } from "../../../data/use-currency.ts";

const modes = modeChoices.filter(({ value }) => value !== "all");

export function PoolsPage() {
  const pools = useStockPools();
  const [filter, change] = useFilters("q", "mode", "by");
  const [editing, setEditing] = useState<Pool | "new" | null>(null);
  const currency = useCurrency();
  const navigate = useNavigate();
  return (
    <Page
      title={stockTexts.pools}
      lead={stockTexts.poolsLead}
      actions={
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEditing("new")}>
          {stockTexts.newPool}
        </Button>
      }
    >
      <Loaded query={pools}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty text={stockTexts.noPools} />
          ) : (
            <>
              <Group gap="xs" align="flex-end">
                <SearchField hint={stockTexts.name} value={filter.q ?? ""} onSearch={(q) => change({ q })} />
                <Choice
                  label={operatorTexts.mode}
                  data={modes}
                  value={filter.mode}
                  onChange={(mode) => change({ mode })}
                />
                <SavedViews filter={filter} onChoose={change} />
              </Group>
              <FoundRows
                rows={rows.filter(
                  ({ name, provider, supplier, mode }) =>
                    contains(filter.q, name, provider, supplier) && (filter.mode ?? mode) === mode,
                )}
                table={(shown) => (
                  <DataTable
                    label={stockTexts.pools}
                    isMain
                    columns={poolColumns(currency, setEditing)}
                    rows={shown}
                    rowKey={({ id }) => id}
                    onRow={({ id }) =>
                      void navigate({ to: "/operator/pools/$id", params: { id: String(id) } })
                    }
                  />
                )}
              />
            </>
          )
        }
      </Loaded>
      {editing !== null && (
        <PoolModal pool={editing === "new" ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Page>
  );
}
