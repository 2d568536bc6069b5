import { useMe } from "../../../data/use-me.ts";
import { Statement } from "../../../parts/Statement.tsx";
import { useMode } from "../../../state/mode.ts";
import { t } from "../../../texts/t.ts";
import { Section } from "../../../ui/Section.tsx";

/** Every posting of the account's wallet. */
export function StatementSection() {
  const mode = useMode();
  const currency = useMe()?.account?.currency ?? "NGN";
  return (
    <Section title={t.wallet.statement}>
      <Statement
        path="wallet/statement"
        queryKey={["statement", mode]}
        mode={mode}
        currency={currency}
        isOwn
      />
    </Section>
  );
}
