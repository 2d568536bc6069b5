import { Button } from "@mantine/core";
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
  const limit = t.operator.limit(most ?? fallback, most === null);
  return (
    <Section
      title={mode === "live" ? t.shell.live : t.shell.sandbox}
      actions={
        <Button variant="default" size="compact-sm" onClick={onLimit}>
          {t.operator.changeLimit}
        </Button>
      }
    >
      <Facts
        facts={[
          [t.operator.balance, <Money key="b" amount={balance} currency={currency} />],
          [t.operator.held, <Money key="h" amount={held} currency={currency} />],
          [t.operator.revenue, <Money key="r" amount={revenue} currency={currency} />],
          [
            t.operator.openOrders,
            <WayLink key="o" way={{ to: "/operator/orders", search }} className="text-link">
              {open}
            </WayLink>,
          ],
          [t.operator.mayBeOpen, limit],
        ]}
      />
    </Section>
  );
}
