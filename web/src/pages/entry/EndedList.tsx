import { List, Stack, Text } from "@mantine/core";
import type { Ended } from "#answers/member.ts";
import { t } from "../../texts/t.ts";

/** What a reset or a first confirmation ended; renders nothing if there was nothing. */
export function EndedList({ ended }: { ended: Ended }) {
  const lines = linesOf(ended);
  if (lines.length === 0) return null;
  return (
    <Stack gap={4}>
      <Text>{t.account.ended}</Text>
      <List size="sm">
        {lines.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
      <Text size="sm" c="dimmed">
        {t.account.endedAgain}
      </Text>
    </Stack>
  );
}

const linesOf = ({ sessions, passkeys, two_factor: twoFactor, keys, invitations }: Ended): string[] => [
  ...(sessions > 0 ? [t.account.endedSessions(sessions)] : []),
  ...passkeys.map((name) => t.account.endedPasskey(name)),
  ...(twoFactor ? [t.account.endedTwoFactor] : []),
  ...keys.map(({ name, key }) => t.account.endedKey(name, key)),
  ...invitations.map((email) => t.account.endedInvitation(email)),
];
