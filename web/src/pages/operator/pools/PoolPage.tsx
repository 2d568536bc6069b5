import { Button, SimpleGrid } from "@mantine/core";
import { IconFileImport, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { own } from "../../../api/client.ts";
import type { Price } from "#answers/operator/pools.ts";
import { useStockPools } from "../../../data/use-stock-pools.ts";
import { stock as stockTexts } from "../../../texts/stock.ts";
import { DataTable } from "../../../ui/DataTable.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { ExportButton } from "../../../ui/ExportButton.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Section } from "../../../ui/Section.tsx";
import { Tile } from "../../../ui/Tile.tsx";
import { count, money } from "../../../ui/format.ts";
import { PriceFileModal } from "./PriceFileModal.tsx";
import { PricesModal } from "./PricesModal.tsx";
import { priceColumns } from "./price-columns.tsx";
import { marginOf } from "./margin.ts";
import { useNameOfService } from "../../../data/use-all-services.ts";
import { useCurrency } from "../../../data/use-currency.ts";

/** One pool: its price and margin, and where its price differs. */
export function PoolPage() {
  const { id = "" } = useParams({ strict: false });
  const currency = useCurrency();
  const nameOf = useNameOfService();
  const pool = useStockPools().data?.find((one) => String(one.id) === id);
  const prices = useQuery({
    queryKey: ["operator", "prices", id],
    queryFn: () => own<Price[]>(`operator/pools/${id}/prices`),
  });
  const [open, setOpen] = useState<"lines" | "file" | null>(null);
  const close = (): void => setOpen(null);
  return (
    <Page title={pool ? stockTexts.prices(pool.name) : stockTexts.pool} lead={stockTexts.pricesText}>
      {pool && (
        <SimpleGrid cols={{ base: 2, md: 4 }} spacing="md">
          <Tile
            name={stockTexts.price}
            value={money(pool.price, currency)}
            note={stockTexts.everywhereElse}
          />
          <Tile name={stockTexts.cost} value={money(pool.cost, currency)} note={stockTexts.costNote} />
          <Tile
            name={stockTexts.margin}
            value={money(pool.price - pool.cost, currency)}
            note={marginOf(pool.price, pool.cost)}
          />
          <Tile name={stockTexts.count} value={count(pool.numbers)} note={pool.supplier} />
        </SimpleGrid>
      )}
      <Section
        title={stockTexts.overrides}
        actions={
          <>
            <ExportButton path={`operator/pools/${id}/prices`} />
            <Button
              variant="default"
              leftSection={<IconFileImport size={16} aria-hidden />}
              onClick={() => setOpen("file")}
            >
              {stockTexts.priceFile}
            </Button>
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen("lines")}>
              {stockTexts.editPrices}
            </Button>
          </>
        }
      >
        <Loaded query={prices}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty text={stockTexts.noPrices} />
            ) : (
              <DataTable
                label={stockTexts.overrides}
                columns={priceColumns(pool?.cost ?? 0, currency, nameOf)}
                rows={rows}
                rowKey={({ country, service }) => `${country} ${service}`}
              />
            )
          }
        </Loaded>
      </Section>
      {open === "lines" && prices.data && pool && (
        <PricesModal pool={pool} prices={prices.data} onClose={close} />
      )}
      {open === "file" && pool && (
        <PriceFileModal pool={pool} before={prices.data ?? []} currency={currency} onClose={close} />
      )}
    </Page>
  );
}
