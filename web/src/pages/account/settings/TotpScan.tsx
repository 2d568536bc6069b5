import { Button, Center, Group, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { own } from "../../../api/client.ts";
import { t } from "../../../texts/t.ts";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { FormError } from "../../../ui/FormError.tsx";
import { QrCode } from "../../../ui/QrCode.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import type { RecoveryCodes } from "#answers/member.ts";

interface Props {
  secret: string;
  uri: string;
  onDone: (recoveryCodes: string[]) => void;
}

export function TotpScan({ secret, uri, onDone }: Props) {
  const form = useForm({
    initialValues: { code: "" },
    validate: { code: (value) => (value.trim() === "" ? t.errors.required : null) },
  });
  const { onSubmit, busy, error } = useSubmit(
    form,
    async ({ code }) => {
      const answer = await own<RecoveryCodes>("totp/enable", {
        method: "POST",
        body: { code: code.replace(/\s/g, "") },
      });
      onDone(answer.recovery_codes);
    },
    { fields: { totp_wrong: "code" } },
  );
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <Text>{t.settings.totpScan}</Text>
        <Center>
          <QrCode text={uri} />
        </Center>
        <Group align="flex-end" gap="xs">
          <TextInput
            label={t.settings.totpSecret}
            value={secret}
            readOnly
            flex={1}
            classNames={{ input: "mono" }}
          />
          <CopyButton value={secret} />
        </Group>
        <FormError text={error} />
        <TextInput
          label={t.settings.totpCode}
          inputMode="numeric"
          autoComplete="one-time-code"
          {...form.getInputProps("code")}
        />
        <Button type="submit" loading={busy}>
          {t.settings.totpTurnOn}
        </Button>
      </Stack>
    </form>
  );
}
