import { Button, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { own } from "../../../api/client.ts";
import type { Passkey } from "#answers/member.ts";
import { passkeysWork } from "../../../data/passkeys.ts";
import { t } from "../../../texts/t.ts";
import { DataTable } from "../../../ui/DataTable.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { RowButton } from "../../../ui/RowButton.tsx";
import { Section } from "../../../ui/Section.tsx";
import { Time } from "../../../ui/Time.tsx";
import type { Column } from "../../../ui/column.ts";
import { AddPasskeyModal } from "./AddPasskeyModal.tsx";
import { RemovePasskeyModal } from "./RemovePasskeyModal.tsx";

export function PasskeySection() {
  const passkeys = useQuery({ queryKey: ["passkeys"], queryFn: () => own<Passkey[]>("passkeys") });
  const [isAdding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Passkey | null>(null);
  const works = passkeysWork();
  const columns: Column<Passkey>[] = [
    {
      title: t.settings.passkeyName,
      cell: ({ name, synced }) => (
        <>
          <Text fw={500}>{name}</Text>
          {synced && (
            <Text size="xs" c="dimmed">
              {t.settings.passkeySynced}
            </Text>
          )}
        </>
      ),
    },
    { title: t.settings.added, wide: true, cell: ({ created_at: at }) => <Time at={at} /> },
    {
      title: t.settings.lastUsed,
      cell: ({ last_used_at: at }) => (at === null ? t.common.never : <Time at={at} relative />),
    },
    {
      title: t.common.actions,
      right: true,
      cell: (passkey) => (
        <RowButton
          text={t.settings.remove}
          label={`${t.settings.remove} ${passkey.name}`}
          onClick={() => setRemoving(passkey)}
        />
      ),
    },
  ];
  return (
    <Section
      title={t.settings.passkeys}
      lead={works ? t.settings.passkeysText : t.settings.passkeysNeedName}
      actions={
        works && (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t.settings.addPasskey}
          </Button>
        )
      }
    >
      <Loaded query={passkeys} rows={1}>
        {(rows) =>
          rows.length > 0 && (
            <DataTable label={t.settings.passkeys} columns={columns} rows={rows} rowKey={({ id }) => id} />
          )
        }
      </Loaded>
      {isAdding && <AddPasskeyModal onClose={() => setAdding(false)} />}
      {removing && <RemovePasskeyModal passkey={removing} onClose={() => setRemoving(null)} />}
    </Section>
  );
}
