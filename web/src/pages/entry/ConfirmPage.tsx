import { Anchor, Button, Loader, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { own } from "../../api/client.ts";
import { isApiError } from "../../api/error.ts";
import type { Confirmed } from "#answers/member.ts";
import { t } from "../../texts/t.ts";
import { FormError } from "../../ui/FormError.tsx";
import { ConfirmForm } from "./ConfirmForm.tsx";
import { EndedList } from "./EndedList.tsx";
import { EntryPage } from "./EntryPage.tsx";
import { refuseEmpty, useLinkToken } from "./use-link-token.ts";

/** The link is used as soon as it is opened where its member is signed in; elsewhere it asks for their password. */
export function ConfirmPage() {
  const token = useLinkToken();
  const client = useQueryClient();
  const [byPassword, setByPassword] = useState<Confirmed | null>(null);
  const tried = useQuery({
    queryKey: ["confirm", token],
    queryFn: async () => {
      refuseEmpty(token);
      const answer = await own<Confirmed>("email/confirm", { method: "POST", body: { token } });
      client.removeQueries({ queryKey: ["me"] });
      return answer;
    },
    retry: false,
    staleTime: Infinity,
  });
  const confirmed = byPassword ?? tried.data;
  const asked = !confirmed && isApiError(tried.error, "password_required") ? tried.error : null;
  const fault = isApiError(tried.error, "link_invalid", "invalid_request")
    ? t.account.linkInvalid
    : (tried.error?.message ?? null);
  return (
    <EntryPage title={t.account.confirmTitle}>
      {tried.isPending && <Loader aria-label={t.account.confirming} />}
      {asked && (
        <>
          <Text>{t.account.confirmAsk(String(asked.details["username"] ?? ""))}</Text>
          <ConfirmForm token={token} onDone={setByPassword} />
          <Text size="sm">
            {t.account.confirmStranger}{" "}
            <Anchor component={Link} to="/forgot" inherit>
              {t.account.confirmReset}
            </Anchor>
          </Text>
        </>
      )}
      {!asked && !confirmed && <FormError text={fault} />}
      {confirmed && (
        <>
          <Text role="status">{t.account.confirmed(confirmed.email)}</Text>
          {confirmed.ended && <EndedList ended={confirmed.ended} />}
        </>
      )}
      {!tried.isPending && !asked && (
        <Button component={Link} to="/rent">
          {t.account.goOn}
        </Button>
      )}
    </EntryPage>
  );
}
