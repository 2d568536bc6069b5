import { Button, Group, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useState } from "react";
import type { Registered } from "#answers/operator/register.ts";
import { own } from "../../../api/client.ts";
import { usePages } from "../../../data/use-pages.ts";
import { PagedTable } from "../../../parts/PagedTable.tsx";
import { SavedViews } from "../../../parts/SavedViews.tsx";
import { Totals } from "../../../parts/Totals.tsx";
import { useFilters } from "../../../state/search.ts";
import { register as texts } from "../../../texts/register.ts";
import { t } from "../../../texts/t.ts";
import { Choice } from "../../../ui/Choice.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { ExportButton } from "../../../ui/ExportButton.tsx";
import { Page } from "../../../ui/Page.tsx";
import { SearchField } from "../../../ui/SearchField.tsx";
import { FactsModal } from "./FactsModal.tsx";
import { TakeOutModal } from "./TakeOutModal.tsx";
import { registerColumns } from "./columns.tsx";

const states = Object.entries(texts.states).map(([value, label]) => ({ value, label }));

/** Every number of our own with what the register says about it. */
export function RegisterPage() {
  const [filter, change] = useFilters("q", "country", "state");
  const [opened, setOpened] = useState<"facts" | "take-out" | null>(null);
  const inCountry = useDebouncedCallback((text: string) => {
    if (/^([a-z]{2})?$/i.test(text)) change({ country: text.toUpperCase() });
  }, 250);
  const key = ["operator", "register", filter];
  const pages = usePages(
    key,
    (before, limit) => own<Registered[]>("operator/register", { query: { ...filter, before, limit } }),
    ({ id }) => id,
  );
  const close = (): void => setOpened(null);
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      actions={
        <>
          <SavedViews filter={filter} onChoose={change} />
          <ExportButton path="operator/register" query={filter} />
          <Button variant="default" onClick={() => setOpened("take-out")}>
            {texts.takeOut}
          </Button>
          <Button onClick={() => setOpened("facts")}>{texts.importFacts}</Button>
        </>
      }
    >
      <Group align="flex-end" gap="xs">
        <SearchField
          hint={texts.search}
          value={filter.q ?? ""}
          onSearch={(q) => change({ q: q.replace(/\D/g, "") })}
        />
        <TextInput
          label={texts.country}
          placeholder={t.common.all}
          maxLength={2}
          defaultValue={filter.country ?? ""}
          onChange={({ currentTarget: { value } }) => inCountry(value.trim())}
          w={{ base: "calc(50% - 5px)", xs: 100 }}
        />
        <Choice
          label={texts.state}
          data={states}
          value={filter.state}
          onChange={(state) => change({ state })}
          width={180}
        />
      </Group>
      <Totals queryKey={key} path="operator/register/totals" query={filter} />
      <PagedTable
        label={texts.title}
        pages={pages}
        columns={registerColumns}
        rowKey={({ id }) => id}
        empty={<Empty text={texts.empty} />}
      />
      {opened === "facts" && <FactsModal onClose={close} />}
      {opened === "take-out" && <TakeOutModal onClose={close} />}
    </Page>
  );
}
