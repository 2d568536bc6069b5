import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import type { StockPool } from "../../api/types/stock.ts";
import { useStockPools } from "../../data/use-stock-pools.ts";
import { t } from "../../texts/t.ts";
import { DataTable } from "../../ui/DataTable.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Page } from "../../ui/Page.tsx";
import { PoolModal } from "./PoolModal.tsx";
import { PricesModal } from "./PricesModal.tsx";
import { poolColumns } from "./columns.tsx";

export function PoolsPage() {
  const pools = useStockPools();
  const [editing, setEditing] = useState<StockPool | "new" | null>(null);
  const [pricing, setPricing] = useState<StockPool | null>(null);
  return (
    <Page
      title={t.stock.pools}
      actions={
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEditing("new")}>
          {t.stock.newPool}
        </Button>
      }
    >
      <Loaded query={pools}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty text={t.stock.noPools} />
          ) : (
            <DataTable
              label={t.stock.pools}
              columns={poolColumns(setEditing, setPricing)}
              rows={rows}
              rowKey={({ id }) => id}
            />
          )
        }
      </Loaded>
      {editing !== null && (
        <PoolModal pool={editing === "new" ? null : editing} onClose={() => setEditing(null)} />
      )}
      {pricing && <PricesModal pool={pricing} onClose={() => setPricing(null)} />}
    </Page>
  );
}
