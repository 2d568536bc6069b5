import { useForm } from "@mantine/form";
import { t } from "../../../texts/t.ts";
import { FormModal } from "../../../ui/FormModal.tsx";
import { ProofFields, noProof, proofFields, proofOf, validateProof } from "../../../parts/ProofFields.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";

interface Props {
  name: string;
  onClose: () => void;
  onConfirm: (proof: ReturnType<typeof proofOf>) => Promise<unknown>;
}

/** Asks who is there before somebody is made an owner. */
export function OwnerModal({ name, onClose, onConfirm }: Props) {
  const form = useForm({ initialValues: noProof, validate: validateProof });
  const sending = useSubmit(
    form,
    async (proof) => {
      await onConfirm(proofOf(proof));
      onClose();
    },
    { fields: proofFields },
  );
  return (
    <FormModal
      title={t.team.ownerTitle(name)}
      text={t.team.ownerText}
      sending={sending}
      submit={t.team.makeOwner}
      onClose={onClose}
    >
      <ProofFields form={form} autoFocus />
    </FormModal>
  );
}
