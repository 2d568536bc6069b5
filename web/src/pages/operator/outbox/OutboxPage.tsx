import { Group, Modal, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { own } from "../../../api/client.ts";
import type { Letter } from "#answers/operator/system.ts";
import { usePages } from "../../../data/use-pages.ts";
import { PagedTable } from "../../../parts/PagedTable.tsx";
import { SavedViews } from "../../../parts/SavedViews.tsx";
import { Totals } from "../../../parts/Totals.tsx";
import { periodFilters, queryOf } from "../../../state/period.ts";
import { useFilters } from "../../../state/search.ts";
import { operator as operatorTexts } from "../../../texts/operator.ts";
import { t } from "../../../texts/t.ts";
import { Choice } from "../../../ui/Choice.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { Page } from "../../../ui/Page.tsx";
import { PeriodField } from "../../../ui/PeriodField.tsx";
import { SearchField } from "../../../ui/SearchField.tsx";
import { SortChoice } from "../../../ui/SortChoice.tsx";
import { letterColumns } from "./columns.tsx";

const states = Object.entries(operatorTexts.letterStates).map(([value, label]) => ({ value, label }));

export function OutboxPage() {
  const client = useQueryClient();
  const [opened, setOpened] = useState<Letter | null>(null);
  const [filter, change] = useFilters("q", "state", "sort", ...periodFilters);
  const asked = queryOf(filter);
  const key = ["operator", "outbox", asked];
  const pages = usePages(
    key,
    (before) => own<Letter[]>("operator/outbox", { query: { ...asked, before } }),
    ({ id }) => id,
  );
  async function dismiss({ id }: Letter): Promise<void> {
    await own(`operator/outbox/${id}/dismiss`, { method: "POST", body: {} });
    await client.invalidateQueries({ queryKey: ["operator"] });
  }
  return (
    <Page
      title={operatorTexts.outbox}
      lead={operatorTexts.outboxLead}
      actions={<SavedViews filter={filter} onChoose={change} />}
    >
      <Group align="flex-end" gap="xs">
        <SearchField
          hint={operatorTexts.letterSearch}
          value={filter.q ?? ""}
          onSearch={(q) => change({ q })}
        />
        <Choice
          label={operatorTexts.state}
          data={states}
          value={filter.state}
          onChange={(state) => change({ state })}
        />
        <PeriodField value={filter} onChange={change} />
        <SortChoice value={filter.sort} onChange={(sort) => change({ sort })} />
      </Group>
      <Totals queryKey={key} path="operator/outbox/totals" query={asked} />
      <PagedTable
        label={operatorTexts.outbox}
        pages={pages}
        columns={letterColumns(setOpened, (letter) => void dismiss(letter))}
        rowKey={({ id }) => id}
        empty={<Empty text={operatorTexts.noMails} />}
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
