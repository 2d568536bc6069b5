import { Anchor, Button, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { own } from "../../api/client.ts";
import { t } from "../../texts/t.ts";
import { FormError } from "../../ui/FormError.tsx";
import { useSubmit } from "../../ui/use-submit.ts";
import { EmailInput } from "./EmailInput.tsx";
import { EntryPage } from "./EntryPage.tsx";
import type { Mailed } from "#answers/member.ts";

export function ForgotPage() {
  const [sent, setSent] = useState<string | null>(null);
  const form = useForm({
    initialValues: { email: "" },
    validate: { email: (value) => (value.trim() === "" ? t.errors.required : null) },
  });
  const { onSubmit, busy, error } = useSubmit(form, async ({ email }) => {
    const { mail } = await own<Mailed>("password/forgot", {
      method: "POST",
      body: { email: email.trim() },
    });
    setSent(mail === "email" ? t.account.forgotSent : t.account.forgotOperator);
  });
  return (
    <EntryPage title={t.account.forgotTitle} lead={t.account.forgotText}>
      {sent ? (
        <Text role="status">{sent}</Text>
      ) : (
        <form onSubmit={onSubmit} noValidate>
          <Stack>
            <FormError text={error} />
            <EmailInput {...form.getInputProps("email")} />
            <Button type="submit" loading={busy}>
              {t.account.send}
            </Button>
          </Stack>
        </form>
      )}
      <Anchor component={Link} to="/sign-in">
        {t.account.signIn}
      </Anchor>
    </EntryPage>
  );
}
