import { useState } from "react";
import { operator as operatorTexts } from "../../../texts/operator.ts";
import { DataTable } from "../../../ui/DataTable.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Page } from "../../../ui/Page.tsx";
import { SearchField } from "../../../ui/SearchField.tsx";
import { useHealth } from "../../../data/use-health.ts";
import { settingColumns } from "./columns.tsx";

/** Every setting of the server: what it is, what it does, and whether somebody changed it. */
export function OperatorSettingsPage() {
  const health = useHealth();
  const [q, setQ] = useState("");
  const fits = (text: string): boolean => text.toLowerCase().includes(q.toLowerCase());
  return (
    <Page title={operatorTexts.serverSettings} lead={operatorTexts.settingsLead}>
      <SearchField hint={operatorTexts.settingsSearch} onSearch={setQ} />
      <Loaded query={health} rows={8}>
        {({ settings }) => {
          const found = settings.filter(({ name, about }) => fits(name) || fits(about));
          if (found.length === 0) return <Empty text={operatorTexts.noSetting} />;
          return (
            <DataTable
              label={operatorTexts.serverSettings}
              columns={settingColumns}
              rows={found}
              rowKey={({ name }) => name}
            />
          );
        }}
      </Loaded>
    </Page>
  );
}
