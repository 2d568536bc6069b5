import { Grid, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Suspense, lazy } from "react";
import { own } from "../../api/client.ts";
import type { Overview } from "../../api/types/operator.ts";
import { t } from "../../texts/t.ts";
import { DataTable } from "../../ui/DataTable.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Page } from "../../ui/Page.tsx";
import { Section } from "../../ui/Section.tsx";
import { DayTiles } from "./DayTiles.tsx";
import { NeedsHand } from "./NeedsHand.tsx";
import { SourceLights } from "./SourceLights.tsx";
import { successColumns } from "./columns.tsx";

const HourChart = lazy(() => import("./HourChart.tsx").then(({ HourChart: Chart }) => ({ default: Chart })));

export function OverviewPage() {
  const overview = useQuery({
    queryKey: ["operator", "overview"],
    queryFn: () => own<Overview>("operator/overview"),
    refetchInterval: 10_000,
  });
  return (
    <Page title={t.operator.overview}>
      <Loaded query={overview} rows={8}>
        {(data) => (
          <>
            <DayTiles {...data} />
            <Grid gap="md">
              <Grid.Col span={{ base: 12, md: 8 }}>
                <Section title={t.operator.hours}>
                  <Suspense fallback={<Skeleton height={220} />}>
                    <HourChart hours={data.hours} />
                  </Suspense>
                </Section>
              </Grid.Col>
              <Grid.Col span={{ base: 12, md: 4 }}>
                <NeedsHand unmatched={data.unmatched} jobs={data.jobs} />
                <SourceLights sources={data.sources} />
              </Grid.Col>
            </Grid>
            <Section title={t.operator.table}>
              {data.table.length === 0 ? (
                <Empty text={t.operator.noOrders} />
              ) : (
                <DataTable
                  label={t.operator.table}
                  columns={successColumns}
                  rows={data.table}
                  rowKey={({ service, pool_id: pool }) => `${service} ${pool}`}
                />
              )}
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}
