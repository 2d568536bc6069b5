import { Button, Modal, PasswordInput, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { own } from "../../api/client.ts";
import type { Passkey } from "../../api/types/session.ts";
import { t } from "../../texts/t.ts";
import { FormError } from "../../ui/FormError.tsx";
import { useSubmit } from "../../ui/use-submit.ts";

export function RemovePasskeyModal({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const client = useQueryClient();
  const form = useForm({
    initialValues: { password: "" },
    validate: { password: (value) => (value === "" ? t.errors.required : null) },
  });
  const { onSubmit, busy, error } = useSubmit(
    form,
    async (body) => {
      await own(`passkeys/${passkey.id}`, { method: "DELETE", body });
      await client.invalidateQueries({ queryKey: ["passkeys"] });
      onClose();
    },
    { fields: { invalid_credentials: "password" } },
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.settings.removePasskey(passkey.name)}
      closeButtonProps={{ "aria-label": t.common.close }}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          <Text>{t.settings.removePasskeyText}</Text>
          <FormError text={error} />
          <PasswordInput
            data-autofocus
            label={t.settings.current}
            autoComplete="current-password"
            {...form.getInputProps("password")}
          />
          <Button type="submit" color="red.8" loading={busy}>
            {t.settings.remove}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
