import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { isApiError } from "../../../api/error.ts";
import { createPasskey, passkeyFault } from "../../../data/passkeys.ts";
import { t } from "../../../texts/t.ts";
import { FormModal } from "../../../ui/FormModal.tsx";
import { NameInput } from "../../../ui/NameInput.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { ProofFields, noProof, proofFields, proofOf, validateProof } from "../../../parts/ProofFields.tsx";
import { browserOf } from "./browser-of.ts";

export function AddPasskeyModal({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const form = useForm({
    initialValues: { name: browserOf(navigator.userAgent), ...noProof },
    validate: {
      name: (value) => (value.trim() === "" ? t.errors.required : null),
      ...validateProof,
    },
  });
  const sending = useSubmit(
    form,
    async ({ name, ...proof }) => {
      await createPasskey(name.trim(), proofOf(proof)).catch((caught: unknown) => {
        throw isApiError(caught) ? caught : passkeyFault(caught);
      });
      notifications.show({ message: t.settings.passkeyAdded });
      await client.invalidateQueries({ queryKey: ["passkeys"] });
      onClose();
    },
    { fields: proofFields },
  );
  return (
    <FormModal
      title={t.settings.addPasskey}
      sending={sending}
      submit={t.settings.goOnDevice}
      onClose={onClose}
    >
      <NameInput
        label={t.settings.passkeyName}
        description={t.settings.passkeyNameHint}
        {...form.getInputProps("name")}
      />
      <ProofFields form={form} />
    </FormModal>
  );
}
