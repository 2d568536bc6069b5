import { Button, Modal, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { own } from "../../api/client.ts";
import { t } from "../../texts/t.ts";
import { FormError } from "../../ui/FormError.tsx";
import { useSubmit } from "../../ui/use-submit.ts";

export function EmailModal({ onClose }: { onClose: () => void }) {
  const form = useForm({
    initialValues: { email: "", password: "" },
    validate: {
      email: (value) => (value.trim() === "" ? t.errors.required : null),
      password: (value) => (value === "" ? t.errors.required : null),
    },
  });
  const { onSubmit, busy, error } = useSubmit(
    form,
    async ({ email, password }) => {
      const { mail } = await own<{ mail: string }>("email/change", {
        method: "POST",
        body: { email: email.trim(), password },
      });
      notifications.show({ message: mail === "email" ? t.settings.emailSent : t.shell.mailOperator });
      onClose();
    },
    { fields: { email_taken: "email", invalid_credentials: "password" } },
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.settings.changeEmail}
      closeButtonProps={{ "aria-label": t.common.close }}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          <FormError text={error} />
          <TextInput
            data-autofocus
            type="email"
            label={t.settings.newEmail}
            {...form.getInputProps("email")}
          />
          <PasswordInput
            label={t.settings.current}
            autoComplete="current-password"
            {...form.getInputProps("password")}
          />
          <Button type="submit" loading={busy}>
            {t.settings.changeEmail}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
