import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { own } from "../../api/client.ts";
import { isApiError } from "../../api/error.ts";
import { t } from "../../texts/t.ts";
import { FormError } from "../../ui/FormError.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { EntryPage } from "./EntryPage.tsx";
import { JoinForm } from "./JoinForm.tsx";
import { refuseEmpty, useLinkToken } from "./use-link-token.ts";
import type { OfferedPlace } from "#answers/team.ts";

export function InvitationPage() {
  const token = useLinkToken();
  const invitation = useQuery({
    queryKey: ["invitation", token],
    queryFn: async () => {
      refuseEmpty(token);
      return own<OfferedPlace>("invitations/look", { method: "POST", body: { token } });
    },
    retry: false,
  });
  return (
    <EntryPage title={t.account.invitationTitle}>
      {isApiError(invitation.error, "link_invalid", "invalid_request") ? (
        <FormError text={t.account.linkInvalid} />
      ) : (
        <Loaded query={invitation}>
          {({ account, role }) => (
            <>
              <Text>{t.account.invitationText(account, t.team.roles[role] ?? role)}</Text>
              <JoinForm token={token} />
            </>
          )}
        </Loaded>
      )}
    </EntryPage>
  );
}
