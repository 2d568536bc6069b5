import { Button, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { own } from "../../api/client.ts";
import type { Me } from "#answers/member.ts";
import { meQuery } from "../../data/use-me.ts";
import { t } from "../../texts/t.ts";
import { FormError } from "../../ui/FormError.tsx";
import { NewPasswordInput } from "../../ui/NewPasswordInput.tsx";
import { useSubmit } from "../../ui/use-submit.ts";
import { passwordFault } from "./password-fault.ts";

export function JoinForm({ token }: { token: string }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const form = useForm({
    initialValues: { username: "", password: "" },
    validate: {
      username: (value) => (value.trim() === "" ? t.errors.required : null),
      password: passwordFault,
    },
  });
  const { onSubmit, busy, error } = useSubmit(
    form,
    async ({ username, password }) => {
      const body = { token, username: username.trim(), password };
      client.setQueryData(meQuery.queryKey, await own<Me>("invitations/accept", { method: "POST", body }));
      await navigate({ to: "/" });
    },
    { fields: { username_taken: "username", password_weak: "password" } },
  );
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <FormError text={error} />
        <TextInput
          label={t.account.newUsername}
          autoComplete="username"
          {...form.getInputProps("username")}
        />
        <NewPasswordInput label={t.account.password} {...form.getInputProps("password")} />
        <Button type="submit" loading={busy}>
          {t.account.join}
        </Button>
      </Stack>
    </form>
  );
}
