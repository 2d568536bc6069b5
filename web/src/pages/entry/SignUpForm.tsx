import { Button, Checkbox, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { own } from "../../api/client.ts";
import { t } from "../../texts/t.ts";
import { FormError } from "../../ui/FormError.tsx";
import { NewPasswordInput } from "../../ui/NewPasswordInput.tsx";
import { useSubmit } from "../../ui/use-submit.ts";
import { EmailInput } from "./EmailInput.tsx";
import { Terms } from "./Terms.tsx";
import { passwordFault } from "./password-fault.ts";
import type { Me } from "#answers/member.ts";

interface Props {
  termsVersion: string;
  onDone: (email: string, mail: string) => void;
}

const fields = {
  username_taken: "username",
  password_weak: "password",
  terms_not_accepted: "accepted",
  accepted_terms: "accepted",
} as const;

export function SignUpForm({ termsVersion, onDone }: Props) {
  const client = useQueryClient();
  const form = useForm({
    initialValues: { email: "", username: "", password: "", accepted: false },
    validate: {
      email: (value) => (value.trim() === "" ? t.errors.required : null),
      username: (value) => (value.trim() === "" ? t.errors.required : null),
      password: passwordFault,
      accepted: (value) => (value ? null : t.account.termsNeeded),
    },
  });
  const { onSubmit, busy, error } = useSubmit(
    form,
    async ({ email, username, password }) => {
      const { mail } = await own<Me>("sign-up", {
        method: "POST",
        body: { email: email.trim(), username: username.trim(), password, accepted_terms: termsVersion },
      });
      client.removeQueries({ queryKey: ["me"] });
      onDone(email.trim(), mail);
    },
    { fields },
  );
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <FormError text={error} />
        <EmailInput {...form.getInputProps("email")} />
        <TextInput
          label={t.account.newUsername}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          {...form.getInputProps("username")}
        />
        <NewPasswordInput label={t.account.password} {...form.getInputProps("password")} />
        <Checkbox label={t.account.termsAccept} {...form.getInputProps("accepted", { type: "checkbox" })} />
        <Terms />
        <Button type="submit" loading={busy} fullWidth>
          {t.account.signUp}
        </Button>
      </Stack>
    </form>
  );
}
