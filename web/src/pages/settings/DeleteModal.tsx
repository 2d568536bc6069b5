import { Button, Modal, PasswordInput, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { own } from "../../api/client.ts";
import { t } from "../../texts/t.ts";
import { FormError } from "../../ui/FormError.tsx";
import { useSubmit } from "../../ui/use-submit.ts";

export function DeleteModal({ onClose }: { onClose: () => void }) {
  const form = useForm({
    initialValues: { password: "" },
    validate: { password: (value) => (value === "" ? t.errors.required : null) },
  });
  const { onSubmit, busy, error } = useSubmit(
    form,
    async (body) => {
      await own("account", { method: "DELETE", body });
      window.location.assign("/sign-in");
    },
    { fields: { invalid_credentials: "password" } },
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.settings.delete}
      closeButtonProps={{ "aria-label": t.common.close }}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          <Text>{t.settings.deleteText}</Text>
          <FormError text={error} />
          <PasswordInput
            data-autofocus
            label={t.settings.deleteConfirm}
            autoComplete="current-password"
            {...form.getInputProps("password")}
          />
          <Button type="submit" color="red.8" loading={busy}>
            {t.settings.delete}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
