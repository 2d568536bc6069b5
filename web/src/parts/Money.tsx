import { useMe } from "../data/use-me.ts";
import { money } from "../ui/format.ts";

/** An amount in the account's currency, or in the given one. */
export function Money({ amount, currency }: { amount: number; currency?: string }) {
  const own = useMe()?.account?.currency;
  return <span>{money(amount, currency ?? own ?? "NGN")}</span>;
}
