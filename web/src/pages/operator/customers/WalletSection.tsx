import { Button } from "@mantine/core";
import { operator as operatorTexts } from "../../../texts/operator.ts";
import { t } from "../../../texts/t.ts";
import { Facts } from "../../../ui/Facts.tsx";
import { Money } from "../../../parts/Money.tsx";
import { Section } from "../../../ui/Section.tsx";
import { WayLink } from "../../../ui/WayLink.tsx";
import type { CustomerDetails } from "#answers/operator/customers.ts";

interface Props {
  wallet: CustomerDetails["wallets"][number];
  accountId: number;
  currency: string;
  fallback: number;
  onLimit: () => void;
}

/** One wallet of a customer: its money, its open orders, and the limit on them. */
export function WalletSection({ wallet, accountId, currency, fallback, onLimit }: Props) {
  const { mode, balance, held, revenue, open_orders: open, max_open_orders: most } = wallet;
  const search = { account: String(accountId), mode, status: "PENDING" };
  const limit = operatorTexts.limit(most ?? fallback, most === null);
  return (
    <Section
      title={mode === "live" ? t.shell.live : t.shell.sandbox}
      actions={
        <Button variant="default" size="compact-sm" onClick={onLimit}>
          {operatorTexts.changeLimit}
        </Button>
      }
    >
      <Facts
        facts={[
          [operatorTexts.balance, <Money key="b" amount={balance} currency={currency} />],
          [operatorTexts.held, <Money key="h" amount={held} currency={currency} />],
          [operatorTexts.revenue, <Money key="r" amount={revenue} currency={currency} />],
          [
            operatorTexts.openOrders,
            <WayLink key="o" way={{ to: "/operator/orders", search }} className="text-link">
              {open}
            </WayLink>,
          ],
          [operatorTexts.mayBeOpen, limit],
        ]}
      />
    </Section>
  );
}
