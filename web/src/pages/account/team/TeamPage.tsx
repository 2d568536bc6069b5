import { Button, Group, Text } from "@mantine/core";
import { IconUserPlus } from "@tabler/icons-react";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import type { Role } from "#answers/member.ts";
import type { LostAccess, TeamMember } from "#answers/team.ts";
import { useMay } from "../../../data/use-me.ts";
import { t } from "../../../texts/t.ts";
import { Choice } from "../../../ui/Choice.tsx";
import { SearchField } from "../../../ui/SearchField.tsx";
import { FoundRows } from "../../../parts/FoundRows.tsx";
import { SavedViews } from "../../../parts/SavedViews.tsx";
import { contains, useFilters } from "../../../state/search.ts";
import { DataTable } from "../../../ui/DataTable.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Invitations } from "./Invitations.tsx";
import { InviteModal } from "./InviteModal.tsx";
import { LeaveModal } from "./LeaveModal.tsx";
import { RaiseModal } from "./RaiseModal.tsx";
import { memberColumns, readsCodes, roles } from "../../../parts/member-columns.tsx";
import { useTeam, useTeamActions } from "./use-team.ts";

/** A member and their new role. */
interface Change {
  member: TeamMember;
  role: Role;
}

export function TeamPage() {
  const team = useTeam();
  const actions = useTeamActions();
  const [filter, change] = useFilters("q", "role", "by");
  const isOwner = useMay("owner");
  const [isInviting, setInviting] = useState(false);
  const [removing, setRemoving] = useState<TeamMember | null>(null);

  const [raising, setRaising] = useState<Change | null>(null);
  const [lowering, setLowering] = useState<Change | null>(null);

  function setRole(member: TeamMember, role: Role): void {
    if (role === "owner" || (readsCodes(role) && !readsCodes(member.role)))
      return setRaising({ member, role });
    if (roles.indexOf(role) > roles.indexOf(member.role)) return setLowering({ member, role });
    actions
      .setRole(member.id, role, true)
      .catch((error: Error) =>
        notifications.show({ color: "red", title: t.errors.title, message: error.message }),
      );
  }

  function tell({ revoked_keys: keys, revoked_invitations: invitations }: LostAccess): void {
    if (keys.length + invitations.length > 0)
      notifications.show({ message: t.team.lost(keys.length, invitations.length) });
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
            <Group gap="xs" align="flex-end">
              <SearchField hint={t.team.searchHint} value={filter.q ?? ""} onSearch={(q) => change({ q })} />
              <Choice
                label={t.team.role}
                data={roles.map((role) => ({ value: role, label: t.team.roles[role] ?? role }))}
                value={filter.role}
                onChange={(role) => change({ role })}
              />
              <SavedViews filter={filter} onChoose={change} />
            </Group>
            <FoundRows
              rows={members.filter(
                ({ username, email, role }) =>
                  contains(filter.q, username, email) && (filter.role ?? role) === role,
              )}
              table={(shown) => (
                <DataTable
                  label={t.team.title}
                  isMain
                  columns={memberColumns(isOwner ? { setRole, remove: setRemoving } : null)}
                  rows={shown}
                  rowKey={({ id }) => id}
                />
              )}
            />
            {isOwner && (
              <Invitations invitations={invitations} onTakeBack={(id) => void actions.takeBack(id)} />
            )}
          </>
        )}
      </Loaded>
      {isInviting && <InviteModal onClose={() => setInviting(false)} />}
      {removing && (
        <LeaveModal
          memberId={removing.id}
          title={t.team.removeTitle(removing.username)}
          text={t.team.removeText}
          submit={t.team.remove}
          onClose={() => setRemoving(null)}
          onConfirm={async (keep) => tell(await actions.remove(removing.id, keep))}
        />
      )}
      {raising && (
        <RaiseModal
          name={raising.member.username}
          role={raising.role}
          onClose={() => setRaising(null)}
          onConfirm={(proof) => actions.setRole(raising.member.id, raising.role, true, proof)}
        />
      )}
      {lowering && (
        <LeaveModal
          memberId={lowering.member.id}
          title={t.team.lowerTitle(lowering.member.username, t.team.roles[lowering.role] ?? lowering.role)}
          text={t.team.lowerText}
          submit={t.team.lower}
          onClose={() => setLowering(null)}
          onConfirm={async (keep) => tell(await actions.setRole(lowering.member.id, lowering.role, keep))}
        />
      )}
    </Page>
  );
}
