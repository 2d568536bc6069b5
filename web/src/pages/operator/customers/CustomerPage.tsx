import { Button, SimpleGrid } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { Mode } from "../../../state/mode.ts";
import { operator as operatorTexts } from "../../../texts/operator.ts";
import { DataTable } from "../../../ui/DataTable.tsx";
import { Light } from "../../../ui/Light.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Page } from "../../../ui/Page.tsx";
import { ReasonModal } from "../../../ui/ReasonModal.tsx";
import { Section } from "../../../ui/Section.tsx";
import { WayLink } from "../../../ui/WayLink.tsx";
import { keyColumns } from "../../../parts/key-columns.tsx";
import { auditColumns } from "../../../parts/audit-columns.tsx";
import { operatorOrderColumns } from "../../../parts/orders/operator-order-columns.tsx";
import { memberColumns } from "../../../parts/member-columns.tsx";
import { CreditForm } from "./CreditForm.tsx";
import { LimitModal } from "./LimitModal.tsx";
import { PayOutSection } from "./PayOutSection.tsx";
import { StandingSection } from "./StandingSection.tsx";
import { WalletSection } from "./WalletSection.tsx";
import { customerState } from "./columns.tsx";
import { useCustomer, useCustomerActions } from "./use-customer.ts";

export function CustomerPage() {
  const { id = "" } = useParams({ strict: false });
  const customer = useCustomer(id);
  const actions = useCustomerActions(id);
  const [isSuspending, setSuspending] = useState(false);
  const [limiting, setLimiting] = useState<Mode | null>(null);
  const account = customer.data?.account;
  const limited = customer.data?.wallets.find(({ mode }) => mode === limiting);
  const isSuspended = account?.suspended_at !== null;

  return (
    <Page
      title={account?.username ?? operatorTexts.customer}
      actions={
        account && (
          <>
            <Light {...customerState(account)} />
            <WayLink way={{ to: `/operator/customers/${account.id}/statement` }} className="text-link">
              {operatorTexts.openStatement}
            </WayLink>
            <Button
              variant="default"
              onClick={() => (isSuspended ? void actions.resume() : setSuspending(true))}
            >
              {isSuspended ? operatorTexts.resume : operatorTexts.suspend}
            </Button>
          </>
        )
      }
    >
      <Loaded query={customer} rows={8}>
        {({
          wallets,
          members,
          keys,
          orders,
          actions: log,
          account: { id: accountId, username, currency, balance, awaits_pay_out: awaitsPayOut },
        }) => (
          <>
            {awaitsPayOut && (
              <PayOutSection balance={balance} currency={currency} onShow={actions.showPayOut} />
            )}
            <SimpleGrid cols={{ base: 1, md: 3 }} spacing="md">
              {wallets.map((wallet) => (
                <WalletSection
                  key={wallet.mode}
                  wallet={wallet}
                  accountId={accountId}
                  currency={currency}
                  fallback={wallet.default_max_open_orders}
                  onLimit={() => setLimiting(wallet.mode)}
                />
              ))}
              <Section title={operatorTexts.credit}>
                <CreditForm currency={currency} onCredit={actions.credit} />
              </Section>
            </SimpleGrid>
            <StandingSection accountId={accountId} username={username} />
            <Section
              title={operatorTexts.lastOrders}
              actions={
                <WayLink
                  way={{ to: "/operator/orders", search: { account: String(accountId), mode: "all" } }}
                  className="text-link"
                >
                  {operatorTexts.allOrders}
                </WayLink>
              }
            >
              <DataTable
                label={operatorTexts.lastOrders}
                columns={operatorOrderColumns}
                rows={orders}
                rowKey={(row) => row.order_id}
              />
            </Section>
            <Section title={operatorTexts.members}>
              <DataTable
                label={operatorTexts.members}
                columns={memberColumns(null)}
                rows={members}
                rowKey={(row) => row.id}
              />
            </Section>
            <Section title={operatorTexts.keys}>
              <DataTable
                label={operatorTexts.keys}
                columns={keyColumns(null)}
                rows={keys}
                rowKey={(row) => row.id}
              />
            </Section>
            <Section
              title={operatorTexts.lastActions}
              actions={
                <WayLink
                  way={{ to: "/operator/audit", search: { q: `account ${accountId}` } }}
                  className="text-link"
                >
                  {operatorTexts.allActions}
                </WayLink>
              }
            >
              <DataTable
                label={operatorTexts.lastActions}
                columns={auditColumns}
                rows={log}
                rowKey={(row) => row.id}
              />
            </Section>
          </>
        )}
      </Loaded>
      {limiting && limited && (
        <LimitModal
          mode={limiting}
          limit={limited.max_open_orders}
          fallback={limited.default_max_open_orders}
          onClose={() => setLimiting(null)}
          onSave={actions.setLimit}
        />
      )}
      {isSuspending && account && (
        <ReasonModal
          title={operatorTexts.suspendTitle(account.username)}
          text={operatorTexts.suspendText}
          confirm={operatorTexts.suspend}
          danger
          reason
          onClose={() => setSuspending(false)}
          onConfirm={actions.suspend}
        />
      )}
    </Page>
  );
}
