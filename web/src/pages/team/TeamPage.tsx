import { Button, Text } from "@mantine/core";
import { IconUserPlus } from "@tabler/icons-react";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import type { Role, TeamMember } from "../../api/types/session.ts";
import { useMay } from "../../data/use-me.ts";
import { t } from "../../texts/t.ts";
import { DataTable } from "../../ui/DataTable.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Page } from "../../ui/Page.tsx";
import { ReasonModal } from "../../ui/ReasonModal.tsx";
import { Invitations } from "./Invitations.tsx";
import { InviteModal } from "./InviteModal.tsx";
import { memberColumns } from "./columns.tsx";
import { useTeam, useTeamActions } from "./use-team.ts";

export function TeamPage() {
  const team = useTeam();
  const actions = useTeamActions();
  const isOwner = useMay("owner");
  const [isInviting, setInviting] = useState(false);
  const [removing, setRemoving] = useState<TeamMember | null>(null);

  function setRole(member: TeamMember, role: Role): void {
    actions
      .setRole(member.id, role)
      .catch((error: Error) =>
        notifications.show({ color: "red", title: t.errors.title, message: error.message }),
      );
  }

  return (
    <Page
      title={t.team.title}
      lead={t.team.lead}
      actions={
        isOwner && (
          <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setInviting(true)}>
            {t.team.invite}
          </Button>
        )
      }
    >
      {!isOwner && <Text c="dimmed">{t.team.ownerOnly}</Text>}
      <Loaded query={team}>
        {({ members, invitations }) => (
          <>
            <DataTable
              label={t.team.title}
              columns={memberColumns(isOwner ? { setRole, remove: setRemoving } : null)}
              rows={members}
              rowKey={({ id }) => id}
            />
            {isOwner && (
              <Invitations invitations={invitations} onTakeBack={(id) => void actions.takeBack(id)} />
            )}
          </>
        )}
      </Loaded>
      {isInviting && <InviteModal onClose={() => setInviting(false)} />}
      {removing && (
        <ReasonModal
          title={t.team.removeTitle(removing.username)}
          text={t.team.removeText}
          confirm={t.team.remove}
          danger
          onClose={() => setRemoving(null)}
          onConfirm={() => actions.remove(removing.id)}
        />
      )}
    </Page>
  );
}
