import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useWallet } from "../../data/use-wallet.ts";
import { t } from "../../texts/t.ts";
import { money } from "../../ui/format.ts";

/** What can be spent now; leads to the wallet. */
export function BalancePill() {
  const { data } = useWallet();
  const amount = data ? money(data.balance, data.currency) : t.common.none;
  return (
    <Button
      component={Link}
      to="/wallet"
      variant="default"
      size="xs"
      radius="xl"
      px={{ base: 8, sm: "sm" }}
      aria-label={t.shell.spendable(amount)}
    >
      {amount}
    </Button>
  );
}
