import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { own } from "../../../api/client.ts";
import { t } from "../../../texts/t.ts";
import { FormModal } from "../../../ui/FormModal.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { ProofFields, noProof, proofFields, proofOf, validateProof } from "../../../parts/ProofFields.tsx";
import type { Mailed } from "#answers/member.ts";

export function EmailModal({ onClose }: { onClose: () => void }) {
  const form = useForm({
    initialValues: { email: "", ...noProof },
    validate: {
      email: (value) => (value.trim() === "" ? t.errors.required : null),
      ...validateProof,
    },
  });
  const sending = useSubmit(
    form,
    async ({ email, ...proof }) => {
      const { mail } = await own<Mailed>("email/change", {
        method: "POST",
        body: { email: email.trim(), ...proofOf(proof) },
      });
      notifications.show({ message: mail === "email" ? t.settings.emailSent : t.shell.mailOperator });
      onClose();
    },
    { fields: proofFields },
  );
  return (
    <FormModal
      title={t.settings.changeEmail}
      sending={sending}
      submit={t.settings.changeEmail}
      onClose={onClose}
    >
      <TextInput data-autofocus type="email" label={t.settings.newEmail} {...form.getInputProps("email")} />
      <ProofFields form={form} />
    </FormModal>
  );
}
