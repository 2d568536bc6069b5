import { Anchor, Button, PasswordInput, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { own } from "../../api/client.ts";
import { meQuery } from "../../data/use-me.ts";
import { signOut } from "../../data/sign-out.ts";
import { t } from "../../texts/t.ts";
import { FormError } from "../../ui/FormError.tsx";
import { useSubmit } from "../../ui/use-submit.ts";
import { EntryPage } from "./EntryPage.tsx";
import { passwordFault } from "./password-fault.ts";

/** For who signed in with a password that somebody else made: nothing else works before it is changed. */
export function NewPasswordPage() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const form = useForm({
    initialValues: { current: "", password: "" },
    validate: { current: passwordFault, password: passwordFault },
  });
  const { onSubmit, busy, error } = useSubmit(
    form,
    async (body) => {
      await own("password/change", { method: "POST", body });
      client.removeQueries({ queryKey: meQuery.queryKey });
      await navigate({ to: "/" });
    },
    { fields: { invalid_credentials: "current", password_weak: "password" } },
  );
  return (
    <EntryPage title={t.account.resetTitle} lead={t.account.changeFirst}>
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          <FormError text={error} />
          <PasswordInput
            label={t.account.firstPassword}
            autoComplete="current-password"
            {...form.getInputProps("current")}
          />
          <PasswordInput
            label={t.account.newPassword}
            description={t.account.passwordHint}
            autoComplete="new-password"
            {...form.getInputProps("password")}
          />
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
