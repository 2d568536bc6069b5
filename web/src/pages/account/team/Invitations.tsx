import type { Invitation } from "#answers/team.ts";
import { t } from "../../../texts/t.ts";
import { DataTable } from "../../../ui/DataTable.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { RowButton } from "../../../ui/RowButton.tsx";
import { Section } from "../../../ui/Section.tsx";
import { Time } from "../../../ui/Time.tsx";
import type { Column } from "../../../ui/column.ts";

interface Props {
  invitations: Invitation[];
  onTakeBack: (id: number) => void;
}

export function Invitations({ invitations, onTakeBack }: Props) {
  const columns: Column<Invitation>[] = [
    { title: t.team.email, cell: ({ email }) => email },
    { title: t.team.role, cell: ({ role }) => t.team.roles[role] },
    { title: t.team.invitedBy, wide: true, cell: ({ created_by: name }) => name },
    { title: t.team.expires, wide: true, cell: ({ expires_at: at }) => <Time at={at} /> },
    {
      title: t.common.actions,
      right: true,
      cell: ({ id, email }) => (
        <RowButton
          text={t.team.takeBack}
          label={`${t.team.takeBack} ${email}`}
          onClick={() => onTakeBack(id)}
        />
      ),
    },
  ];
  return (
    <Section title={t.team.invitations}>
      {invitations.length === 0 ? (
        <Empty text={t.team.noInvitations} />
      ) : (
        <DataTable label={t.team.invitations} columns={columns} rows={invitations} rowKey={({ id }) => id} />
      )}
    </Section>
  );
}
