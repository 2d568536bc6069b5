import { Radio, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import type { Role } from "#answers/member.ts";
import { t } from "../../../texts/t.ts";
import { FormModal } from "../../../ui/FormModal.tsx";
import { SecretModal } from "../../../ui/SecretModal.tsx";
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
  const sending = useSubmit(
    form,
    async ({ email, role, ...proof }) =>
      setDone(await invite({ email: email.trim(), role, ...proofIf(readsCodes(role), proof) })),
    { fields: proofFields },
  );
  if (done)
    return (
      <SecretModal
        title={t.team.invite}
        text={`${t.team.linkText} ${done.mail === "email" ? (done.written ? t.team.mailed : t.team.notMailed) : ""}`}
        secrets={[[t.team.link, done.link]]}
        fileName="zapotp-invitation.txt"
        done={t.api.done}
        onClose={onClose}
      />
    );
  return (
    <FormModal title={t.team.invite} sending={sending} submit={t.team.invite} onClose={onClose}>
      <TextInput data-autofocus type="email" label={t.team.email} {...form.getInputProps("email")} />
      <Radio.Group label={t.team.role} {...form.getInputProps("role")}>
        <Stack gap={6} mt={6}>
          {roles.map((role) => (
            <Radio key={role} value={role} label={`${t.team.roles[role]}: ${t.team.may[role]}`} />
          ))}
        </Stack>
      </Radio.Group>
      {readsCodes(form.getValues().role) && <ProofFields form={form} />}
    </FormModal>
  );
}
