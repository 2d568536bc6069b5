import { PasswordInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { own } from "../../api/client.ts";
import { meQuery } from "../../data/use-me.ts";
import { t } from "../../texts/t.ts";
import { FormModal } from "../../ui/FormModal.tsx";
import { useSubmit } from "../../ui/use-submit.ts";

export function TotpOffModal({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const form = useForm({
    initialValues: { password: "", code: "" },
    validate: {
      password: (value) => (value === "" ? t.errors.required : null),
      code: (value) => (value.trim() === "" ? t.errors.required : null),
    },
  });
  const sending = useSubmit(
    form,
    async ({ password, code }) => {
      await own("totp/disable", { method: "POST", body: { password, code: code.replace(/\s/g, "") } });
      await client.invalidateQueries(meQuery);
      onClose();
    },
    { fields: { totp_wrong: "code", invalid_credentials: "password" } },
  );
  return (
    <FormModal
      title={t.settings.totpTurnOff}
      sending={sending}
      submit={t.settings.totpTurnOff}
      onClose={onClose}
    >
      <PasswordInput
        data-autofocus
        label={t.settings.current}
        autoComplete="current-password"
        {...form.getInputProps("password")}
      />
      <TextInput
        label={t.account.code}
        description={t.account.codeHint}
        autoComplete="one-time-code"
        {...form.getInputProps("code")}
      />
    </FormModal>
  );
}
