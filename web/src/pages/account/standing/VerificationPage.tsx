import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Limits } from "#answers/keys.ts";
import type { Verification } from "#answers/standing.ts";
import { own } from "../../../api/client.ts";
import { useMay, useMe } from "../../../data/use-me.ts";
import { verificationColumns } from "../../../parts/verification-columns.tsx";
import { standing as texts } from "../../../texts/standing.ts";
import { DataTable } from "../../../ui/DataTable.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { Facts } from "../../../ui/Facts.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Section } from "../../../ui/Section.tsx";
import { money } from "../../../ui/format.ts";
import { AskForm } from "./AskForm.tsx";

/** How well the operator knows the account, what that allows, and asking for more. */
export function VerificationPage() {
  const limits = useQuery({
    queryKey: ["limits", "live"],
    queryFn: () => own<Limits>("limits", { mode: "live" }),
  });
  const requests = useQuery({
    queryKey: ["verification"],
    queryFn: () => own<Verification[]>("verification"),
  });
  const currency = useMe()?.account?.currency ?? "";
  const mayAsk = useMay("owner");
  const isWaiting = requests.data?.some(({ decision }) => decision === null) ?? true;
  const amount = (most: number): string => (most === 0 ? texts.noLimit : money(most, currency));
  return (
    <Page title={texts.title} lead={texts.lead}>
      <Section title={texts.yours}>
        <Loaded query={limits}>
          {(of) => (
            <Facts
              facts={[
                [texts.tier, texts.tiers[of.tier]],
                [texts.openOrders, of.open_orders.toLocaleString("en")],
                [texts.spend, amount(of.spend_a_day)],
                [texts.spent, money(of.spent_today, currency)],
              ]}
            />
          )}
        </Loaded>
        <Text c="dimmed">{texts.ways}</Text>
      </Section>
      <Section title={texts.requests}>
        <Loaded query={requests}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty text={texts.noRequests} />
            ) : (
              <DataTable
                label={texts.requests}
                columns={verificationColumns}
                rows={rows}
                rowKey={({ id }) => id}
              />
            )
          }
        </Loaded>
      </Section>
      {mayAsk && !isWaiting && (
        <Section title={texts.ask} lead={texts.askLead}>
          <AskForm />
        </Section>
      )}
    </Page>
  );
}
