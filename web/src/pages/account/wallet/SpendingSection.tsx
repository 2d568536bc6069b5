import { Group, Progress, Stack, Text } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import type { Spending } from "#answers/wallet.ts";
import { t } from "../../../texts/t.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Section } from "../../../ui/Section.tsx";
import { money } from "../../../ui/format.ts";
import { SpendingChart } from "./SpendingChart.tsx";

/** Thirty days as bars, and the share of each service. */
export function SpendingSection({
  spending,
  currency,
}: {
  spending: UseQueryResult<Spending>;
  currency: string;
}) {
  return (
    <Section title={t.wallet.chart}>
      <Loaded query={spending}>
        {({ total, services, days }) =>
          total === 0 ? (
            <Empty text={t.wallet.noSpending} />
          ) : (
            <Stack>
              <SpendingChart days={days} currency={currency} />
              {services.slice(0, 5).map(({ service, name, spent }) => (
                <div key={service}>
                  <Group justify="space-between">
                    <Text>{name}</Text>
                    <Text>{money(spent, currency)}</Text>
                  </Group>
                  <Progress
                    value={(spent / total) * 100}
                    aria-label={`${name} ${money(spent, currency)}`}
                    mt={4}
                  />
                </div>
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Section>
  );
}
