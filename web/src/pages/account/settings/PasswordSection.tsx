import { Button, PasswordInput, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { own } from "../../../api/client.ts";
import { t } from "../../../texts/t.ts";
import { FormError } from "../../../ui/FormError.tsx";
import { Section } from "../../../ui/Section.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";

export function PasswordSection() {
  const client = useQueryClient();
  const form = useForm({
    initialValues: { current: "", password: "" },
    validate: {
      current: (value) => (value === "" ? t.errors.required : null),
      password: (value) => (value === "" ? t.errors.required : null),
    },
  });
  const { onSubmit, busy, error } = useSubmit(
    form,
    async (body) => {
      await own("password/change", { method: "POST", body });
      form.reset();
      notifications.show({ message: t.settings.passwordChanged });
      void client.invalidateQueries({ queryKey: ["sessions"] });
    },
    { fields: { invalid_credentials: "current", password_weak: "password" } },
  );
  return (
    <Section title={t.settings.password}>
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          <FormError text={error} />
          <PasswordInput
            label={t.settings.current}
            autoComplete="current-password"
            {...form.getInputProps("current")}
          />
          <PasswordInput
            label={t.account.newPassword}
            description={t.account.passwordHint}
            autoComplete="new-password"
            {...form.getInputProps("password")}
          />
          <div>
            <Button type="submit" variant="default" loading={busy}>
              {t.settings.changePassword}
            </Button>
          </div>
        </Stack>
      </form>
    </Section>
  );
}
