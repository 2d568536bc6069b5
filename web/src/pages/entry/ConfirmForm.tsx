import { Button, PasswordInput, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { own } from "../../api/client.ts";
import type { Confirmed } from "#answers/member.ts";
import { t } from "../../texts/t.ts";
import { FormError } from "../../ui/FormError.tsx";
import { useSubmit } from "../../ui/use-submit.ts";
import { passwordFault } from "./password-fault.ts";

interface Props {
  token: string;
  onDone: (confirmed: Confirmed) => void;
}

export function ConfirmForm({ token, onDone }: Props) {
  const form = useForm({ initialValues: { password: "" }, validate: { password: passwordFault } });
  const { onSubmit, busy, error } = useSubmit(form, async ({ password }) =>
    onDone(await own<Confirmed>("email/confirm", { method: "POST", body: { token, password } })),
  );
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <FormError text={error} />
        <PasswordInput
          label={t.account.password}
          autoComplete="current-password"
          {...form.getInputProps("password")}
        />
        <Button type="submit" loading={busy}>
          {t.account.confirm}
        </Button>
      </Stack>
    </form>
  );
}
