import { Button, Group, Modal, Radio, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import type { Role } from "#answers/member.ts";
import { t } from "../../../texts/t.ts";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { FormError } from "../../../ui/FormError.tsx";
import { ProofFields, noProof, proofFields, proofIf } from "../../../parts/ProofFields.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { readsCodes, roles } from "../../../parts/member-columns.tsx";
import type { Invited } from "#answers/team.ts";
import { useTeamActions } from "./use-team.ts";

export function InviteModal({ onClose }: { onClose: () => void }) {
  const { invite } = useTeamActions();
  const [done, setDone] = useState<Invited | null>(null);
  const form = useForm<{ email: string; role: Role; password: string; code: string }>({
    initialValues: { email: "", role: "developer", ...noProof },
    validate: {
      email: (value) => (value.trim() === "" ? t.errors.required : null),
      password: (value, { role }) => (readsCodes(role) && value === "" ? t.errors.required : null),
    },
  });
  const { onSubmit, busy, error } = useSubmit(
    form,
    async ({ email, role, ...proof }) =>
      setDone(await invite({ email: email.trim(), role, ...proofIf(readsCodes(role), proof) })),
    { fields: proofFields },
  );
  return (
    <Modal opened onClose={onClose} title={t.team.invite} closeButtonProps={{ "aria-label": t.common.close }}>
      {done ? (
        <Stack>
          <Text>
            {t.team.linkText} {done.mail === "email" && (done.written ? t.team.mailed : t.team.notMailed)}
          </Text>
          <Group align="flex-end" gap="xs">
            <TextInput label={t.team.link} value={done.link} readOnly flex={1} />
            <CopyButton value={done.link} />
          </Group>
          <Button onClick={onClose}>{t.common.close}</Button>
        </Stack>
      ) : (
        <form onSubmit={onSubmit} noValidate>
          <Stack>
            <FormError text={error} />
            <TextInput data-autofocus type="email" label={t.team.email} {...form.getInputProps("email")} />
            <Radio.Group label={t.team.role} {...form.getInputProps("role")}>
              <Stack gap={6} mt={6}>
                {roles.map((role) => (
                  <Radio key={role} value={role} label={`${t.team.roles[role]}: ${t.team.may[role]}`} />
                ))}
              </Stack>
            </Radio.Group>
            {readsCodes(form.getValues().role) && <ProofFields form={form} />}
            <Button type="submit" loading={busy}>
              {t.team.invite}
            </Button>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
