import { PasswordInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { own } from "../../api/client.ts";
import { t } from "../../texts/t.ts";
import { FormModal } from "../../ui/FormModal.tsx";
import { useSubmit } from "../../ui/use-submit.ts";

export function DeleteModal({ onClose }: { onClose: () => void }) {
  const form = useForm({
    initialValues: { password: "" },
    validate: { password: (value) => (value === "" ? t.errors.required : null) },
  });
  const sending = useSubmit(
    form,
    async (body) => {
      await own("account", { method: "DELETE", body });
      window.location.assign("/sign-in");
    },
    { fields: { invalid_credentials: "password" } },
  );
  return (
    <FormModal
      title={t.settings.delete}
      text={t.settings.deleteText}
      sending={sending}
      submit={t.settings.delete}
      danger
      onClose={onClose}
    >
      <PasswordInput
        data-autofocus
        label={t.settings.deleteConfirm}
        autoComplete="current-password"
        {...form.getInputProps("password")}
      />
    </FormModal>
  );
}
