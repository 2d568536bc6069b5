import { Button, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { own } from "../../../api/client.ts";
import type { OperatorCase } from "#answers/cases.ts";
import { caseFacts } from "../../../parts/cases/case-facts.tsx";
import { CaseSteps, Words } from "../../../parts/cases/CaseSteps.tsx";
import { casePage, cases, operatorReports as texts } from "../../../texts/cases.ts";
import { t } from "../../../texts/t.ts";
import { DataTable } from "../../../ui/DataTable.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { Facts } from "../../../ui/Facts.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Page } from "../../../ui/Page.tsx";
import { ReasonModal } from "../../../ui/ReasonModal.tsx";
import { Section } from "../../../ui/Section.tsx";
import { WayLink } from "../../../ui/WayLink.tsx";
import { DecideModal, type Decision } from "./DecideModal.tsx";
import { holderColumns } from "./holder-columns.tsx";

export function ReviewPage() {
  const { id = "" } = useParams({ strict: false });
  const client = useQueryClient();
  const [doing, setDoing] = useState<"decide" | "put back" | null>(null);
  const close = (): void => setDoing(null);
  const query = useQuery({
    queryKey: ["operator", "report", id],
    queryFn: () => own<OperatorCase>(`operator/reports/${id}`),
  });
  async function decide(body: Decision): Promise<void> {
    await own(`operator/reports/${id}/decide`, { method: "POST", body });
    await client.invalidateQueries({ queryKey: ["operator"] });
  }
  async function putBack(number: number, reason: string): Promise<void> {
    await own(`operator/numbers/${number}/put-back`, { method: "POST", body: { reason } });
    await client.invalidateQueries({ queryKey: ["operator"] });
  }
  const one = query.data;
  const outNumber = one?.own_number?.out_by_case ? one.own_number.id : null;
  return (
    <Page
      title={one ? casePage.title(one.name) : texts.title}
      actions={
        <>
          {outNumber !== null && (
            <Button variant="default" onClick={() => setDoing("put back")}>
              {texts.putBack}
            </Button>
          )}
          {one && one.state !== "decided" && (
            <Button onClick={() => setDoing("decide")}>{texts.decide}</Button>
          )}
        </>
      }
    >
      <Loaded query={query} rows={8}>
        {(found) => (
          <>
            <Section title={texts.name}>
              <Facts facts={[...caseFacts(found), ...ownFacts(found)]} />
            </Section>
            <Section title={cases.steps}>
              <CaseSteps steps={found.steps} more={Reasons} />
            </Section>
            <Section title={texts.holders}>
              {found.holders.length === 0 ? (
                <Empty text={texts.noHolders} />
              ) : (
                <DataTable
                  label={texts.holders}
                  columns={holderColumns}
                  rows={found.holders}
                  rowKey={({ order_id: order }) => order}
                />
              )}
            </Section>
          </>
        )}
      </Loaded>
      {doing === "decide" && one && <DecideModal one={one} onClose={close} onDecide={decide} />}
      {doing === "put back" && outNumber !== null && (
        <ReasonModal
          title={texts.putBack}
          text={texts.putBackText}
          confirm={texts.putBack}
          reason
          onClose={close}
          onConfirm={(reason) => putBack(outNumber, reason)}
        />
      )}
    </Page>
  );
}

const ownFacts = (one: OperatorCase): [string, ReactNode][] => [
  [
    texts.inInventory,
    one.own_number === null ? texts.notOurs : one.own_number.retired_at ? texts.retired : texts.yes,
  ],
  [texts.reporter, one.email ?? texts.noReporter],
  [
    texts.customer,
    one.account_id === null ? (
      t.common.none
    ) : (
      <WayLink way={{ to: `/operator/customers/${one.account_id}` }} className="text-link">
        {one.account}
      </WayLink>
    ),
  ],
];

/** What each side was told. */
const Reasons = ({ to_reporter: reporter, to_customer: customer }: OperatorCase["steps"][number]) => (
  <>
    {reporter !== null && (
      <>
        <Text c="dimmed">{texts.reasonsReporter}</Text>
        <Words text={reporter} />
      </>
    )}
    {customer !== null && (
      <>
        <Text c="dimmed">{texts.reasonsCustomer}</Text>
        <Words text={customer} />
      </>
    )}
  </>
);
