import { Grid } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { newestCode } from "../../../state/newest-code.ts";
import { useStore } from "../../../state/store.ts";
import { t } from "../../../texts/t.ts";
import { Page } from "../../../ui/Page.tsx";
import { copyText } from "../../../ui/copy-text.ts";
import { CodeVoice } from "./CodeVoice.tsx";
import { CountryField } from "./CountryField.tsx";
import { NoticeMenu } from "./NoticeMenu.tsx";
import { OpenOrders } from "./OpenOrders.tsx";
import { PoolTable } from "./PoolTable.tsx";
import { ServiceList } from "./ServiceList.tsx";
import { useChoice } from "./use-choice.ts";
import { useOpenOrders } from "./use-open-orders.ts";

export function RentPage() {
  const { country, service, choose } = useChoice();
  const open = useOpenOrders();
  const newest = useStore(newestCode);
  useHotkeys([["c", () => void (newest && copyText(newest.code))]]);
  const hasOpen = open.ids.length > 0;

  return (
    <Page title={t.rent.title} actions={<NoticeMenu />} {...(newest ? { tabTitle: newest.code } : {})}>
      <CodeVoice />
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 7 }} order={{ base: hasOpen ? 2 : 1, lg: 1 }}>
          <Grid gap="md">
            <Grid.Col span={{ base: 12, sm: 5 }}>
              <CountryField value={country} onChange={(next) => choose({ country: next, service })} />
            </Grid.Col>
            <Grid.Col span={{ base: 12, sm: 7 }}>
              <ServiceList
                country={country}
                value={service}
                onChange={(next) => choose({ country, service: next })}
              />
            </Grid.Col>
            <Grid.Col span={12}>
              <PoolTable country={country} service={service} onRented={open.show} />
            </Grid.Col>
          </Grid>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }} order={{ base: hasOpen ? 1 : 2, lg: 2 }}>
          <OpenOrders open={open} />
        </Grid.Col>
      </Grid>
    </Page>
  );
}
