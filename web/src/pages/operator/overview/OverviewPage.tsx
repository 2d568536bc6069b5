import { Grid, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { own } from "../../../api/client.ts";
import type { Overview } from "#answers/operator/overview.ts";
import { operator as operatorTexts } from "../../../texts/operator.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Section } from "../../../ui/Section.tsx";
import { Updated } from "../../../ui/Updated.tsx";
import { DayTiles } from "./DayTiles.tsx";
import { HourChart } from "./HourChart.tsx";
import { Lights } from "./Lights.tsx";
import { NeedsHand } from "./NeedsHand.tsx";
import { ServerSteps } from "./ServerSteps.tsx";
import { SuccessMatrix } from "./SuccessMatrix.tsx";

const liveMilliseconds = 5_000;

export function OverviewPage() {
  const overview = useQuery({
    queryKey: ["operator", "overview"],
    queryFn: () => own<Overview>("operator/overview"),
    refetchInterval: liveMilliseconds,
  });
  return (
    <Page title={operatorTexts.overview} actions={<Updated query={overview} />}>
      <ServerSteps />
      <Loaded query={overview} rows={8}>
        {(data) => (
          <>
            <DayTiles {...data} />
            <Grid gap="md">
              <Grid.Col span={{ base: 12, md: 8 }}>
                <Section title={operatorTexts.hours}>
                  <HourChart {...data} />
                </Section>
              </Grid.Col>
              <Grid.Col span={{ base: 12, md: 4 }}>
                <Stack gap="md">
                  <NeedsHand {...data} />
                  <Lights {...data} />
                </Stack>
              </Grid.Col>
            </Grid>
            <Section title={operatorTexts.table} lead={data.table.length > 0 && operatorTexts.tableLead}>
              {data.table.length === 0 ? (
                <Empty text={operatorTexts.noOrdersYet} />
              ) : (
                <SuccessMatrix {...data} />
              )}
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}
