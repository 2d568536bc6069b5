import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { own } from "../../api/client.ts";
import { isApiError, type ApiError } from "../../api/error.ts";
import type { Me } from "#answers/member.ts";
import { meQuery } from "../../data/use-me.ts";
import { t } from "../../texts/t.ts";
import { FormError } from "../../ui/FormError.tsx";
import { useSubmit } from "../../ui/use-submit.ts";

const word = ({ code, details }: ApiError): string | undefined =>
  code === "locked" ? t.account.locked(Number(details["retry_after"] ?? 60)) : undefined;

/** User name and password, and the second factor once the server asks for it. */
export function SignInForm({ username = "", onDone }: { username?: string; onDone: () => void }) {
  const client = useQueryClient();
  const [asksCode, setAsksCode] = useState(false);
  const form = useForm({
    initialValues: { username, password: "", code: "" },
    validate: {
      username: (value) => (value.trim() === "" ? t.errors.required : null),
      password: (value) => (value === "" ? t.errors.required : null),
      code: (value) => (asksCode && value.trim() === "" ? t.errors.required : null),
    },
  });

  async function send({ code, ...who }: typeof form.values): Promise<void> {
    try {
      const me = await own<Me>("sign-in", {
        method: "POST",
        body: { ...who, username: who.username.trim(), ...(asksCode ? { code: code.trim() } : {}) },
      });
      client.setQueryData(meQuery.queryKey, me);
      onDone();
    } catch (error) {
      if (!isApiError(error, "totp_required")) throw error;
      setAsksCode(true);
    }
  }

  const { onSubmit, busy, error } = useSubmit(form, send, { fields: { totp_wrong: "code" }, word });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <FormError text={error} />
        <TextInput
          label={t.account.username}
          autoComplete="username webauthn"
          autoCapitalize="none"
          spellCheck={false}
          {...form.getInputProps("username")}
        />
        <PasswordInput
          label={t.account.password}
          autoComplete="current-password"
          {...form.getInputProps("password")}
        />
        {asksCode && (
          <TextInput
            autoFocus
            label={t.account.code}
            description={t.account.codeHint}
            autoComplete="one-time-code"
            {...form.getInputProps("code")}
          />
        )}
        <Button type="submit" loading={busy} fullWidth>
          {t.account.signIn}
        </Button>
      </Stack>
    </form>
  );
}
