import { Anchor, SegmentedControl } from "@mantine/core";
import { Link, useParams } from "@tanstack/react-router";
import { Statement, statementFilters } from "../../../parts/Statement.tsx";
import type { Mode } from "../../../state/mode.ts";
import { useFilters } from "../../../state/search.ts";
import { operator as operatorTexts } from "../../../texts/operator.ts";
import { t } from "../../../texts/t.ts";
import { Page } from "../../../ui/Page.tsx";
import { useCustomer } from "./use-customer.ts";

const modes = [
  { value: "live", label: t.shell.live },
  { value: "test", label: t.shell.sandbox },
];

/** A customer's statement, as the customer sees it, to read and to export. */
export function CustomerStatementPage() {
  const { id = "" } = useParams({ strict: false });
  const account = useCustomer(id).data?.account;
  const [filter, change] = useFilters("mode", ...statementFilters);
  const mode: Mode = filter.mode === "test" ? "test" : "live";
  return (
    <Page
      title={account ? operatorTexts.statementOf(account.username) : t.wallet.statement}
      actions={
        <Anchor component={Link} to="/operator/customers/$id" params={{ id } as never}>
          {operatorTexts.openCustomer}
        </Anchor>
      }
    >
      <SegmentedControl
        aria-label={operatorTexts.mode}
        data={modes}
        value={mode}
        onChange={(chosen) => change({ mode: chosen === "live" ? null : chosen })}
        w={{ base: "100%", xs: 240 }}
      />
      {account && (
        <Statement
          path={`operator/customers/${id}/statement`}
          queryKey={["operator", "statement", id]}
          mode={mode}
          currency={account.currency}
          isOwn={false}
        />
      )}
    </Page>
  );
}
