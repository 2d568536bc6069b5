import { Modal, Text } from "@mantine/core";
import { useState } from "react";
import { own } from "../../../api/client.ts";
import type { Letter } from "#answers/operator/system.ts";
import { usePages } from "../../../data/use-pages.ts";
import { t } from "../../../texts/t.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { Light } from "../../../ui/Light.tsx";
import { RowButton } from "../../../ui/RowButton.tsx";
import { Page } from "../../../ui/Page.tsx";
import { PagedTable } from "../../../parts/PagedTable.tsx";
import { Time } from "../../../ui/Time.tsx";
import type { Column } from "../../../ui/column.ts";

export function OutboxPage() {
  const [opened, setOpened] = useState<Letter | null>(null);
  const pages = usePages(
    ["operator", "outbox"],
    (before) => own<Letter[]>("operator/outbox", { query: { before } }),
    ({ id }) => id,
  );
  const columns: Column<Letter>[] = [
    { title: t.operator.to, cell: ({ to }) => to },
    { title: t.operator.subject, cell: ({ subject }) => subject },
    { title: t.wallet.time, wide: true, cell: ({ created_at: at }) => <Time at={at} /> },
    {
      title: t.operator.sent,
      wide: true,
      cell: ({ sent_at: at, error }) =>
        at === null ? (
          <Light state={error ? "bad" : "idle"} text={error ?? t.operator.notSent} />
        ) : (
          <Time at={at} />
        ),
    },
    {
      title: t.common.actions,
      right: true,
      cell: (mail) => <RowButton text={t.operator.read} onClick={() => setOpened(mail)} />,
    },
  ];
  return (
    <Page title={t.operator.outbox} lead={t.operator.outboxLead}>
      <PagedTable
        label={t.operator.outbox}
        pages={pages}
        columns={columns}
        rowKey={({ id }) => id}
        empty={<Empty text={t.operator.noMails} />}
      />
      <Modal
        opened={opened !== null}
        onClose={() => setOpened(null)}
        title={opened?.subject}
        closeButtonProps={{ "aria-label": t.common.close }}
      >
        <Text style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
          {opened?.text ?? t.rent.erased}
        </Text>
      </Modal>
    </Page>
  );
}
