import { NativeSelect, Text } from "@mantine/core";
import type { Role } from "#answers/member.ts";
import type { Member } from "#answers/team.ts";
import { t } from "../texts/t.ts";
import { Light } from "../ui/Light.tsx";
import { RowButton } from "../ui/RowButton.tsx";
import { Time } from "../ui/Time.tsx";
import type { Column } from "../ui/column.ts";

export const roles: Role[] = ["owner", "developer", "billing", "viewer"];

/** Whether the role may see codes: assigning it requires the password. */
export const readsCodes = (role: Role): boolean => role === "owner" || role === "developer";

/** In the viewer's own team, the row that is the viewer is marked. */
type Shown = Member & { you?: boolean };

interface Changes<Row> {
  setRole: (member: Row, role: Role) => void;
  remove: (member: Row) => void;
}

/** `changes`: null for members who may only look. */
export const memberColumns = <Row extends Shown>(changes: Changes<Row> | null): Column<Row>[] => [
  {
    title: t.team.member,
    name: "name",
    sortBy: ({ username }) => username.toLowerCase(),
    cell: ({ username, email, you }) => (
      <>
        <Text fw={500}>
          {username} {you && <Text span c="dimmed">{`(${t.team.you})`}</Text>}
        </Text>
        <Text size="xs" c="dimmed">
          {email}
        </Text>
      </>
    ),
  },
  {
    title: t.team.role,
    name: "role",
    sortBy: ({ role }) => roles.indexOf(role),
    cell: (member) =>
      changes ? (
        <NativeSelect
          size="xs"
          aria-label={`${t.team.role}: ${member.username}`}
          data={roles.map((role) => ({ value: role, label: t.team.roles[role] ?? role }))}
          value={member.role}
          onChange={(event) => changes.setRole(member, event.currentTarget.value as Role)}
        />
      ) : (
        t.team.roles[member.role]
      ),
  },
  {
    title: t.team.twoFactor,
    wide: true,
    cell: ({ totp }) => <Light state={totp ? "good" : "idle"} text={totp ? t.team.on : t.team.off} />,
  },
  {
    title: t.team.lastSeen,
    name: "seen",
    sortBy: ({ last_seen_at: at }) => at,
    wide: true,
    cell: ({ last_seen_at: at }) => (at === null ? t.common.never : <Time at={at} relative />),
  },
  ...(changes
    ? [
        {
          title: t.common.actions,
          right: true,
          cell: (member: Row) =>
            !member.you && (
              <RowButton
                text={t.team.remove}
                label={`${t.team.remove} ${member.username}`}
                onClick={() => changes.remove(member)}
              />
            ),
        },
      ]
    : []),
];
