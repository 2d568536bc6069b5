import { Group, SegmentedControl, Switch } from "@mantine/core";
import { useState } from "react";
import { own } from "../../api/client.ts";
import type { OperatorMessage } from "../../api/types/operator.ts";
import { usePages } from "../../data/use-pages.ts";
import { t } from "../../texts/t.ts";
import { Empty } from "../../ui/Empty.tsx";
import { Page } from "../../ui/Page.tsx";
import { PagedTable } from "../../ui/PagedTable.tsx";
import { AssignModal } from "./AssignModal.tsx";
import { messageColumns } from "./columns.tsx";

export function MessagesPage() {
  const [state, setState] = useState("unmatched");
  const [reveal, setReveal] = useState(false);
  const [assigning, setAssigning] = useState<OperatorMessage | null>(null);
  const pages = usePages(
    ["operator", "messages", state, reveal],
    (before, limit) =>
      own<OperatorMessage[]>("operator/messages", {
        query: { state, before, limit, reveal: reveal ? 1 : undefined },
      }),
    ({ id }) => id,
  );
  return (
    <Page title={t.operator.messages} lead={t.operator.messagesLead}>
      <Group gap="lg">
        <SegmentedControl
          aria-label={t.operator.messages}
          data={[
            { value: "unmatched", label: t.operator.unmatchedTab },
            { value: "all", label: t.operator.allTab },
          ]}
          value={state}
          onChange={setState}
        />
        <Switch
          label={t.operator.reveal}
          description={t.operator.revealHint}
          checked={reveal}
          onChange={(event) => setReveal(event.currentTarget.checked)}
        />
      </Group>
      <PagedTable
        label={t.operator.messages}
        pages={pages}
        columns={messageColumns(setAssigning)}
        rowKey={({ id }) => id}
        empty={<Empty text={state === "unmatched" ? t.operator.noUnmatched : t.operator.noMessages} />}
      />
      {assigning && <AssignModal message={assigning} onClose={() => setAssigning(null)} />}
    </Page>
  );
}
