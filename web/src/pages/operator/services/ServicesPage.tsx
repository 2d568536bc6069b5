import { Group, Switch } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { own } from "../../../api/client.ts";
import type { Service } from "#answers/operator/services.ts";
import { useFilters } from "../../../state/search.ts";
import { stock as stockTexts } from "../../../texts/stock.ts";
import { t } from "../../../texts/t.ts";
import { DataTable } from "../../../ui/DataTable.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Page } from "../../../ui/Page.tsx";
import { ReasonModal } from "../../../ui/ReasonModal.tsx";
import { SearchField } from "../../../ui/SearchField.tsx";
import { serviceColumns } from "./columns.tsx";

export function ServicesPage() {
  const client = useQueryClient();
  const [{ q = "", state }, change] = useFilters("q", "state");
  const restricted = state !== "all";
  const [changing, setChanging] = useState<Service | null>(null);
  const services = useQuery({
    queryKey: ["operator", "services", q, restricted],
    queryFn: () =>
      own<Service[]>("operator/services", { query: { q, restricted: restricted ? 1 : undefined } }),
  });
  const verb = changing?.restricted ? "allow" : "restrict";
  async function save(reason: string): Promise<void> {
    await own(`operator/services/${changing?.slug}/${verb}`, { method: "POST", body: { reason } });
    await client.invalidateQueries({ queryKey: ["operator", "services"] });
  }
  return (
    <Page title={stockTexts.services} lead={stockTexts.servicesLead}>
      <Group align="flex-end" gap="lg">
        <SearchField hint={t.rent.searchService} value={q} onSearch={(text) => change({ q: text })} />
        <Switch
          label={stockTexts.onlyRestricted}
          checked={restricted}
          onChange={(event) => change({ state: event.currentTarget.checked ? null : "all" })}
          pb={8}
        />
      </Group>
      <Loaded query={services} rows={8}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty text={stockTexts.noServices} />
          ) : (
            <DataTable
              label={stockTexts.services}
              isMain
              columns={serviceColumns(setChanging)}
              rows={rows}
              rowKey={({ slug }) => slug}
            />
          )
        }
      </Loaded>
      {changing && (
        <ReasonModal
          title={
            changing.restricted
              ? stockTexts.allowTitle(changing.name)
              : stockTexts.restrictTitle(changing.name)
          }
          text={stockTexts.servicesLead}
          confirm={changing.restricted ? stockTexts.allow : stockTexts.restrict}
          reason
          onClose={() => setChanging(null)}
          onConfirm={save}
        />
      )}
    </Page>
  );
}
