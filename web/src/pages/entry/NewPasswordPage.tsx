import { Anchor, Button, Stack } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { meQuery } from "../../data/use-me.ts";
import { signOut } from "../../data/sign-out.ts";
import { t } from "../../texts/t.ts";
import { FormError } from "../../ui/FormError.tsx";
import { ChangePasswordFields } from "../../parts/ChangePasswordFields.tsx";
import { useChangePassword } from "../../parts/use-change-password.ts";
import { EntryPage } from "./EntryPage.tsx";

/** For whoever signed in with a password that somebody else set: nothing else works before it is changed. */
export function NewPasswordPage() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { form, onSubmit, busy, error } = useChangePassword(async () => {
    client.removeQueries({ queryKey: meQuery.queryKey });
    await navigate({ to: "/" });
  });
  return (
    <EntryPage title={t.account.resetTitle} lead={t.account.changeFirst}>
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          <FormError text={error} />
          <ChangePasswordFields form={form} current={t.account.firstPassword} />
          <Button type="submit" loading={busy}>
            {t.account.setPassword}
          </Button>
        </Stack>
      </form>
      <Anchor component="button" type="button" onClick={() => void signOut()}>
        {t.shell.signOut}
      </Anchor>
    </EntryPage>
  );
}
