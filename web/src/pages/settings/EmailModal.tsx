import { PasswordInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { own } from "../../api/client.ts";
import { t } from "../../texts/t.ts";
import { FormModal } from "../../ui/FormModal.tsx";
import { useSubmit } from "../../ui/use-submit.ts";

export function EmailModal({ onClose }: { onClose: () => void }) {
  const form = useForm({
    initialValues: { email: "", password: "" },
    validate: {
      email: (value) => (value.trim() === "" ? t.errors.required : null),
      password: (value) => (value === "" ? t.errors.required : null),
    },
  });
  const sending = useSubmit(
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
    <FormModal
      title={t.settings.changeEmail}
      sending={sending}
      submit={t.settings.changeEmail}
      onClose={onClose}
    >
      <TextInput data-autofocus type="email" label={t.settings.newEmail} {...form.getInputProps("email")} />
      <PasswordInput
        label={t.settings.current}
        autoComplete="current-password"
        {...form.getInputProps("password")}
      />
    </FormModal>
  );
}
