import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Verification } from "#answers/standing.ts";
import { own } from "../../../api/client.ts";
import { verificationColumns } from "../../../parts/verification-columns.tsx";
import { useFilters } from "../../../state/search.ts";
import { standing as texts } from "../../../texts/standing.ts";
import { t } from "../../../texts/t.ts";
import { Choice } from "../../../ui/Choice.tsx";
import { DataTable } from "../../../ui/DataTable.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Page } from "../../../ui/Page.tsx";
import { RowButton } from "../../../ui/RowButton.tsx";
import { WayLink } from "../../../ui/WayLink.tsx";
import type { Column } from "../../../ui/column.ts";
import { DecideModal } from "./DecideModal.tsx";

const states = [
  { value: "open", label: texts.open },
  { value: "decided", label: texts.decided },
];

/** Requests of customers to be known better, and the operator's decisions. */
export function VerificationsPage() {
  const [{ state }, change] = useFilters("state");
  const [shown, setShown] = useState<Verification | null>(null);
  const requests = useQuery({
    queryKey: ["operator", "verifications", state],
    queryFn: () => own<Verification[]>("operator/verifications", { query: { state } }),
  });
  const columns: Column<Verification>[] = [
    {
      title: texts.customer,
      cell: ({ account_id: id, username }) => (
        <WayLink way={{ to: `/operator/customers/${id}` }} className="text-link">
          {username}
        </WayLink>
      ),
    },
    ...verificationColumns,
    {
      title: t.common.actions,
      right: true,
      cell: (row) => (
        <RowButton text={texts.look} label={texts.lookAt(row.username)} onClick={() => setShown(row)} />
      ),
    },
  ];
  return (
    <Page title={texts.operatorTitle} lead={texts.operatorLead}>
      <Choice
        label={texts.state}
        data={states}
        value={state}
        width={220}
        onChange={(value) => change({ state: value })}
      />
      <Loaded query={requests} rows={6}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty text={texts.noRequests} />
          ) : (
            <DataTable
              label={texts.operatorTitle}
              isMain
              columns={columns}
              rows={rows}
              rowKey={({ id }) => id}
            />
          )
        }
      </Loaded>
      {shown && <DecideModal request={shown} onClose={() => setShown(null)} />}
    </Page>
  );
}
