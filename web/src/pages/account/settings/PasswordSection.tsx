import { Button, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { t } from "../../../texts/t.ts";
import { FormError } from "../../../ui/FormError.tsx";
import { Section } from "../../../ui/Section.tsx";
import { ChangePasswordFields } from "../../../parts/ChangePasswordFields.tsx";
import { useChangePassword } from "../../../parts/use-change-password.ts";

export function PasswordSection() {
  const client = useQueryClient();
  const { form, onSubmit, busy, error } = useChangePassword(async () => {
    form.reset();
    notifications.show({ message: t.settings.passwordChanged });
    void client.invalidateQueries({ queryKey: ["sessions"] });
  });
  return (
    <Section title={t.settings.password}>
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          <FormError text={error} />
          <ChangePasswordFields form={form} current={t.settings.current} />
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
