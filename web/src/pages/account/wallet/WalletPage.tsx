import { Alert, Grid, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useWallet } from "../../../data/use-wallet.ts";
import { t } from "../../../texts/t.ts";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Section } from "../../../ui/Section.tsx";
import { Tile } from "../../../ui/Tile.tsx";
import { money } from "../../../ui/format.ts";
import { LowBalanceForm } from "./LowBalanceForm.tsx";
import { SpendingSection } from "./SpendingSection.tsx";
import { StatementSection } from "./StatementSection.tsx";
import { TopUp } from "./TopUp.tsx";
import { useSpending } from "./use-spending.ts";

export function WalletPage() {
  const wallet = useWallet();
  const spending = useSpending();
  return (
    <Page title={t.wallet.title}>
      <Loaded query={wallet} rows={2}>
        {({ balance, held, currency, low_balance: low }) => (
          <>
            {balance < low && (
              <Alert color="red" icon={<IconAlertTriangle />}>
                {t.wallet.alertLow(money(low, currency))}
              </Alert>
            )}
            <Grid gap="md">
              <Grid.Col span={{ base: 12, xs: 6, md: 4 }}>
                <Tile name={t.wallet.spendable} value={money(balance, currency)} />
              </Grid.Col>
              <Grid.Col span={{ base: 6, xs: 6, md: 4 }}>
                <Tile name={t.wallet.held} value={money(held, currency)} />
              </Grid.Col>
              <Grid.Col span={{ base: 6, xs: 12, md: 4 }}>
                <Tile
                  name={t.wallet.spent}
                  value={spending.data ? money(spending.data.total, currency) : t.common.none}
                />
              </Grid.Col>
            </Grid>
            <Grid gap="md">
              <Grid.Col span={{ base: 12, md: 8 }}>
                <SpendingSection spending={spending} currency={currency} />
              </Grid.Col>
              <Grid.Col span={{ base: 12, md: 4 }}>
                <div id="top-up">
                  <Section title={t.wallet.topUp}>
                    <TopUp />
                  </Section>
                </div>
                <Text component="div" mt="md">
                  <LowBalanceForm key={low} low={low} currency={currency} />
                </Text>
              </Grid.Col>
            </Grid>
          </>
        )}
      </Loaded>
      <StatementSection />
    </Page>
  );
}
