import { PasswordInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { own } from "../../api/client.ts";
import type { Passkey } from "../../api/types/session.ts";
import { t } from "../../texts/t.ts";
import { FormModal } from "../../ui/FormModal.tsx";
import { useSubmit } from "../../ui/use-submit.ts";

export function RemovePasskeyModal({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const client = useQueryClient();
  const form = useForm({
    initialValues: { password: "" },
    validate: { password: (value) => (value === "" ? t.errors.required : null) },
  });
  const sending = useSubmit(
    form,
    async (body) => {
      await own(`passkeys/${passkey.id}`, { method: "DELETE", body });
      await client.invalidateQueries({ queryKey: ["passkeys"] });
      onClose();
    },
    { fields: { invalid_credentials: "password" } },
  );
  return (
    <FormModal
      title={t.settings.removePasskey(passkey.name)}
      text={t.settings.removePasskeyText}
      sending={sending}
      submit={t.settings.remove}
      danger
      onClose={onClose}
    >
      <PasswordInput
        data-autofocus
        label={t.settings.current}
        autoComplete="current-password"
        {...form.getInputProps("password")}
      />
    </FormModal>
  );
}
