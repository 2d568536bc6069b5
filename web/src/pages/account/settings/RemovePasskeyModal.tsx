import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { own } from "../../../api/client.ts";
import type { Passkey } from "#answers/member.ts";
import { t } from "../../../texts/t.ts";
import { FormModal } from "../../../ui/FormModal.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { ProofFields, noProof, proofFields, proofOf, validateProof } from "../../../parts/ProofFields.tsx";

export function RemovePasskeyModal({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const client = useQueryClient();
  const form = useForm({ initialValues: noProof, validate: validateProof });
  const sending = useSubmit(
    form,
    async (proof) => {
      await own(`passkeys/${passkey.id}`, { method: "DELETE", body: proofOf(proof) });
      await client.invalidateQueries({ queryKey: ["passkeys"] });
      onClose();
    },
    { fields: proofFields },
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
      <ProofFields form={form} autoFocus />
    </FormModal>
  );
}
