import { Button, Modal, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { own } from "../../api/client.ts";
import { meQuery } from "../../data/use-me.ts";
import { t } from "../../texts/t.ts";
import { FormError } from "../../ui/FormError.tsx";
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
  const { onSubmit, busy, error } = useSubmit(
    form,
    async ({ password, code }) => {
      await own("totp/disable", { method: "POST", body: { password, code: code.replace(/\s/g, "") } });
      await client.invalidateQueries(meQuery);
      onClose();
    },
    { fields: { totp_wrong: "code", invalid_credentials: "password" } },
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.settings.totpTurnOff}
      closeButtonProps={{ "aria-label": t.common.close }}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          <FormError text={error} />
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
          <Button type="submit" loading={busy}>
            {t.settings.totpTurnOff}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
