import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Pool } from "#answers/operator/pools.ts";
import { useStockPools } from "../../../data/use-stock-pools.ts";
import { t } from "../../../texts/t.ts";
import { DataTable } from "../../../ui/DataTable.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Page } from "../../../ui/Page.tsx";
import { PoolModal } from "./PoolModal.tsx";
import { poolColumns } from "./columns.tsx";
import { useCurrency } from "./use-currency.ts";

export function PoolsPage() {
  const pools = useStockPools();
  const [editing, setEditing] = useState<Pool | "new" | null>(null);
  const currency = useCurrency();
  const navigate = useNavigate();
  return (
    <Page
      title={t.stock.pools}
      lead={t.stock.poolsLead}
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
              columns={poolColumns(currency, setEditing)}
              rows={rows}
              rowKey={({ id }) => id}
              onRow={({ id }) => void navigate({ to: "/operator/pools/$id", params: { id: String(id) } })}
            />
          )
        }
      </Loaded>
      {editing !== null && (
        <PoolModal pool={editing === "new" ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Page>
  );
}
