import { Button, Group, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import type { Key } from "#answers/keys.ts";
import { useMay } from "../../../data/use-me.ts";
import { contains, useFilters } from "../../../state/search.ts";
import { t } from "../../../texts/t.ts";
import { DataTable } from "../../../ui/DataTable.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { ReasonModal } from "../../../ui/ReasonModal.tsx";
import { SecretModal } from "../../../ui/SecretModal.tsx";
import { Section } from "../../../ui/Section.tsx";
import { NewKeyModal } from "./NewKeyModal.tsx";
import { Choice } from "../../../ui/Choice.tsx";
import { SearchField } from "../../../ui/SearchField.tsx";
import { FoundRows } from "../../../parts/FoundRows.tsx";
import { SavedViews } from "../../../parts/SavedViews.tsx";
import { isUsable, keyColumns } from "../../../parts/key-columns.tsx";
import { EndedKeys } from "./EndedKeys.tsx";
import { useKeys, useRevokeKey } from "./use-keys.ts";

const keyStates = [
  { value: "active", label: t.api.active },
  { value: "ended", label: t.api.endedKeys },
];

export function KeySection({ onCreated }: { onCreated: (key: string) => void }) {
  const keys = useKeys();
  const revoke = useRevokeKey();
  const mayManage = useMay("owner", "developer");
  const [isCreating, setCreating] = useState(false);
  const [created, setCreated] = useState<string | null>(null);
  const [revoking, setRevoking] = useState<Key | null>(null);
  // The palette opens the dialog by a link.
  const [{ q = "", state, by, new: wanted }, change] = useFilters("q", "state", "by", "new");
  useEffect(() => {
    if (!wanted) return;
    if (mayManage) setCreating(true);
    change({ new: null });
  }, [wanted]);
  const newKey = (
    <Button size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setCreating(true)}>
      {t.api.newKey}
    </Button>
  );

  return (
    <Section title={t.api.keys} actions={mayManage && newKey}>
      {!mayManage && <Text c="dimmed">{t.api.mayNot}</Text>}
      <Loaded query={keys}>
        {(rows) => {
          if (rows.length === 0) return <Empty text={t.api.noKeys} />;
          const found = rows.filter((key) => contains(q, key.name, key.key, key.created_by?.username));
          const ended = found.filter((key) => !isUsable(key));
          return (
            <>
              <Group gap="xs" align="flex-end">
                <SearchField hint={t.api.name} value={q} onSearch={(text) => change({ q: text })} />
                <Choice
                  label={t.api.state}
                  data={keyStates}
                  value={state}
                  onChange={(chosen) => change({ state: chosen })}
                />
                <SavedViews filter={{ q, state, by }} onChoose={change} />
              </Group>
              <FoundRows
                rows={state === "ended" ? ended : found.filter(isUsable)}
                table={(shown) => (
                  <DataTable
                    label={t.api.keys}
                    isMain
                    columns={keyColumns(mayManage ? setRevoking : null)}
                    rows={shown}
                    rowKey={({ id }) => id}
                  />
                )}
              />
              {state === undefined && ended.length > 0 && <EndedKeys keys={ended} />}
            </>
          );
        }}
      </Loaded>
      {isCreating && (
        <NewKeyModal
          onClose={() => setCreating(false)}
          onCreated={(key) => {
            setCreating(false);
            setCreated(key);
            onCreated(key);
          }}
        />
      )}
      {created !== null && (
        <SecretModal
          title={t.api.createdTitle}
          text={t.api.createdText}
          secrets={[[t.api.apiKey, created]]}
          fileName="zapotp-api-key.txt"
          done={t.api.done}
          onClose={() => setCreated(null)}
        />
      )}
      {revoking && (
        <ReasonModal
          title={t.api.revokeTitle(revoking.name)}
          text={t.api.revokeText}
          confirm={t.api.revoke}
          danger
          onClose={() => setRevoking(null)}
          onConfirm={() => revoke(revoking.id)}
        />
      )}
    </Section>
  );
}
