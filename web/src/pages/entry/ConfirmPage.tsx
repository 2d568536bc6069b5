import { Button, Loader, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { own } from "../../api/client.ts";
import { isApiError } from "../../api/error.ts";
import { t } from "../../texts/t.ts";
import { FormError } from "../../ui/FormError.tsx";
import { EntryPage } from "./EntryPage.tsx";
import { useLinkToken } from "./use-link-token.ts";

/** Used up by being opened: asked once, never again. */
export function ConfirmPage() {
  const token = useLinkToken();
  const client = useQueryClient();
  const confirmed = useQuery({
    queryKey: ["confirm", token],
    queryFn: async () => {
      const answer = await own<{ email: string }>("email/confirm", { method: "POST", body: { token } });
      client.removeQueries({ queryKey: ["me"] });
      return answer;
    },
    retry: false,
    staleTime: Infinity,
  });
  const fault = isApiError(confirmed.error, "link_invalid", "invalid_request")
    ? t.account.linkInvalid
    : (confirmed.error?.message ?? null);
  return (
    <EntryPage title={t.account.confirmTitle}>
      {confirmed.isPending && <Loader aria-label={t.account.confirming} />}
      <FormError text={fault} />
      {confirmed.data && <Text role="status">{t.account.confirmed(confirmed.data.email)}</Text>}
      {!confirmed.isPending && (
        <Button component={Link} to="/rent">
          {t.account.goOn}
        </Button>
      )}
    </EntryPage>
  );
}
