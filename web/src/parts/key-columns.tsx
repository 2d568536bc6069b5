import { Text } from "@mantine/core";
import type { Key } from "#answers/keys.ts";
import { t } from "../texts/t.ts";
import { Light } from "../ui/Light.tsx";
import { Money } from "./Money.tsx";
import { RowButton } from "../ui/RowButton.tsx";
import { Time } from "../ui/Time.tsx";
import type { Column } from "../ui/column.ts";

export const keyColumns = (onRevoke: ((key: Key) => void) | null): Column<Key>[] => [
  {
    title: t.api.name,
    name: "name",
    sortBy: ({ name }) => name.toLowerCase(),
    cell: ({ name, key }) => (
      <>
        <Text fw={500}>{name}</Text>
        <Text size="xs" className="mono" c="dimmed">
          {key}
        </Text>
      </>
    ),
  },
  { title: t.api.scopes, wide: true, cell: ({ scopes }) => scopes.join(", ") },
  {
    title: t.api.ips,
    wide: true,
    cell: ({ allowed_ips: ips }) => (ips.length === 0 ? t.common.none : ips.join(", ")),
  },
  {
    title: t.api.cap,
    wide: true,
    right: true,
    nowrap: true,
    cell: ({ daily_cap: cap }) => (cap === null ? t.common.none : <Money amount={cap} />),
  },
  {
    title: t.api.madeBy,
    name: "maker",
    sortBy: ({ created_by: maker }) => maker?.username ?? null,
    wide: true,
    cell: ({ created_by: maker }) => maker?.username ?? t.common.none,
  },
  {
    title: t.api.lastUsed,
    name: "used",
    sortBy: ({ last_used_at: at }) => at,
    wide: true,
    cell: ({ last_used_at: at, last_used_ip: ip }) =>
      at === null ? (
        <Text c="dimmed">{t.api.neverUsed}</Text>
      ) : (
        <>
          <Time at={at} relative />
          {ip && (
            <Text size="xs" c="dimmed">
              {t.api.lastUsedFrom(ip)}
            </Text>
          )}
        </>
      ),
  },
  { title: t.api.state, cell: (key) => <Light {...keyState(key)} /> },
  {
    title: t.common.actions,
    right: true,
    cell: (key) =>
      onRevoke &&
      key.revoked_at === null && (
        <RowButton text={t.api.revoke} label={`${t.api.revoke} ${key.name}`} onClick={() => onRevoke(key)} />
      ),
  },
];

/** Whether it can still sign requests. */
export const isUsable = (key: Key): boolean => keyState(key).state === "good";

function keyState({ revoked_at: revoked, expires_at: expires }: Key): {
  state: "good" | "idle";
  text: string;
} {
  if (revoked !== null) return { state: "idle", text: t.api.revoked };
  if (expires !== null && Date.parse(expires) < Date.now()) return { state: "idle", text: t.api.expired };
  return { state: "good", text: t.api.active };
}
