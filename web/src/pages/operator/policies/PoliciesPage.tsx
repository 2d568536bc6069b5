import { Button, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Policies, Policy } from "#answers/operator/services.ts";
import { own } from "../../../api/client.ts";
import { standing as texts } from "../../../texts/standing.ts";
import { t } from "../../../texts/t.ts";
import { DataTable } from "../../../ui/DataTable.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Page } from "../../../ui/Page.tsx";
import { ReasonModal } from "../../../ui/ReasonModal.tsx";
import { RowButton } from "../../../ui/RowButton.tsx";
import type { Column } from "../../../ui/column.ts";
import { PolicyModal } from "./PolicyModal.tsx";

const scopeOf = ({ service, category, country }: Policy): Record<string, string> => ({
  ...(service ? { service } : {}),
  ...(category ? { category } : {}),
  ...(country ? { country } : {}),
});

/** Who may rent what, by category, by name and by country. */
export function PoliciesPage() {
  const client = useQueryClient();
  const [isAdding, setAdding] = useState(false);
  const [dropping, setDropping] = useState<Policy | null>(null);
  const query = useQuery({
    queryKey: ["operator", "policies"],
    queryFn: () => own<Policies>("operator/policies"),
  });
  async function post(path: string, body: Record<string, unknown>): Promise<void> {
    await own(path, { method: "POST", body });
    await client.invalidateQueries({ queryKey: ["operator", "policies"] });
  }
  const columns: Column<Policy>[] = [
    {
      title: texts.service,
      cell: ({ service, category }) => service ?? (category ? texts.everyOf(category) : texts.all),
    },
    { title: texts.country, cell: ({ country }) => country ?? texts.all },
    {
      title: texts.rule,
      cell: ({ rule, tier }) => (tier ? `${texts.rules[rule]}: ${texts.tiers[tier]}` : texts.rules[rule]),
    },
    { title: texts.minAge, wide: true, cell: ({ min_age_days: days }) => texts.days(days) },
    {
      title: t.common.actions,
      right: true,
      cell: (policy) => <RowButton text={texts.drop} onClick={() => setDropping(policy)} />,
    },
  ];
  return (
    <Page
      title={texts.policiesTitle}
      lead={texts.policiesLead}
      actions={<Button onClick={() => setAdding(true)}>{texts.add}</Button>}
    >
      <Loaded query={query} rows={6}>
        {({ policies, sanctioned }) => (
          <>
            {sanctioned.length > 0 && <Text>{texts.sanctioned(sanctioned.join(", "))}</Text>}
            {policies.length === 0 ? (
              <Empty text={texts.noPolicies} />
            ) : (
              <DataTable
                label={texts.policiesTitle}
                isMain
                columns={columns}
                rows={policies}
                rowKey={({ id }) => id}
              />
            )}
          </>
        )}
      </Loaded>
      {isAdding && (
        <PolicyModal
          categories={query.data?.categories ?? []}
          onClose={() => setAdding(false)}
          onSave={(body) => post("operator/policies", body)}
        />
      )}
      {dropping && (
        <ReasonModal
          title={texts.dropTitle}
          text={texts.dropText}
          confirm={texts.drop}
          danger
          reason
          onClose={() => setDropping(null)}
          onConfirm={(reason) => post("operator/policies/drop", { ...scopeOf(dropping), reason })}
        />
      )}
    </Page>
  );
}
