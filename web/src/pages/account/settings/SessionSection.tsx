import { Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { own } from "../../../api/client.ts";
import type { Session } from "#answers/member.ts";
import { t } from "../../../texts/t.ts";
import { DataTable } from "../../../ui/DataTable.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { RowButton } from "../../../ui/RowButton.tsx";
import { Section } from "../../../ui/Section.tsx";
import { Time } from "../../../ui/Time.tsx";
import type { Column } from "../../../ui/column.ts";
import { browserOf } from "./browser-of.ts";

export function SessionSection() {
  const client = useQueryClient();
  const sessions = useQuery({ queryKey: ["sessions"], queryFn: () => own<Session[]>("sessions") });
  const end = useMutation({
    mutationFn: (id: number) => own(`sessions/${id}`, { method: "DELETE" }),
    onSettled: () => void client.invalidateQueries({ queryKey: ["sessions"] }),
  });
  const columns: Column<Session>[] = [
    {
      title: t.settings.device,
      cell: ({ user_agent: agent, current }) => (
        <Text title={agent}>
          {browserOf(agent)} {current && <Text span c="dimmed">{`(${t.settings.thisOne})`}</Text>}
        </Text>
      ),
    },
    { title: t.settings.address, wide: true, cell: ({ ip }) => <span className="mono">{ip}</span> },
    { title: t.settings.lastSeen, cell: ({ last_seen_at: at }) => <Time at={at} relative /> },
    {
      title: t.common.actions,
      right: true,
      cell: ({ id, current, user_agent: agent }) =>
        !current && (
          <RowButton
            text={t.settings.signOutThere}
            label={`${t.settings.signOutThere} ${browserOf(agent)}`}
            onClick={() => end.mutate(id)}
          />
        ),
    },
  ];
  return (
    <Section title={t.settings.sessions} lead={t.settings.sessionsText}>
      <Loaded query={sessions}>
        {(rows) => (
          <DataTable label={t.settings.sessions} columns={columns} rows={rows} rowKey={({ id }) => id} />
        )}
      </Loaded>
    </Section>
  );
}
