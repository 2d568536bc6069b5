import { Button, PasswordInput, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { own } from "../../api/client.ts";
import type { ApiError } from "../../api/error.ts";
import { t } from "../../texts/t.ts";
import { FormError } from "../../ui/FormError.tsx";
import { useSubmit } from "../../ui/use-submit.ts";
import { EntryPage } from "./EntryPage.tsx";
import { passwordFault } from "./password-fault.ts";
import { useLinkToken } from "./use-link-token.ts";

const word = ({ code }: ApiError): string | undefined =>
  code === "link_invalid" ? t.account.linkInvalid : undefined;

export function ResetPage() {
  const token = useLinkToken();
  const [isDone, setDone] = useState(false);
  const form = useForm({ initialValues: { password: "" }, validate: { password: passwordFault } });
  const { onSubmit, busy, error } = useSubmit(
    form,
    async ({ password }) => {
      await own("password/reset", { method: "POST", body: { token, password } });
      setDone(true);
    },
    { word, fields: { password_weak: "password" } },
  );
  return (
    <EntryPage title={t.account.resetTitle}>
      {isDone ? (
        <>
          <Text role="status">{t.account.resetDone}</Text>
          <Button component={Link} to="/sign-in">
            {t.account.signIn}
          </Button>
        </>
      ) : (
        <form onSubmit={onSubmit} noValidate>
          <Stack>
            <FormError text={error} />
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
      )}
    </EntryPage>
  );
}
