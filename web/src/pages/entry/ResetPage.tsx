import { Button, Checkbox, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { own } from "../../api/client.ts";
import type { ApiError } from "../../api/error.ts";
import type { Reset } from "#answers/member.ts";
import { t } from "../../texts/t.ts";
import { FormError } from "../../ui/FormError.tsx";
import { NewPasswordInput } from "../../ui/NewPasswordInput.tsx";
import { useSubmit } from "../../ui/use-submit.ts";
import { EndedList } from "./EndedList.tsx";
import { EntryPage } from "./EntryPage.tsx";
import { passwordFault } from "./password-fault.ts";
import { useLinkToken } from "./use-link-token.ts";

const word = ({ code }: ApiError): string | undefined =>
  code === "link_invalid" ? t.account.linkInvalid : undefined;

export function ResetPage() {
  const token = useLinkToken();
  const [done, setDone] = useState<Reset | null>(null);
  const form = useForm({
    initialValues: { password: "", keep: false },
    validate: { password: passwordFault },
  });
  const { onSubmit, busy, error } = useSubmit(
    form,
    async ({ password, keep }) =>
      setDone(await own("password/reset", { method: "POST", body: { token, password, keep_keys: keep } })),
    { word, fields: { password_weak: "password" } },
  );
  return (
    <EntryPage title={t.account.resetTitle}>
      {done ? (
        <>
          <Text role="status">{t.account.resetDone(done.username)}</Text>
          <EndedList ended={done.ended} />
          <Button component={Link} to="/sign-in">
            {t.account.signIn}
          </Button>
        </>
      ) : (
        <form onSubmit={onSubmit} noValidate>
          <Stack>
            <FormError text={error} />
            <NewPasswordInput label={t.account.newPassword} {...form.getInputProps("password")} />
            <Checkbox
              label={t.account.keepKeys}
              description={t.account.keepKeysHint}
              {...form.getInputProps("keep", { type: "checkbox" })}
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
