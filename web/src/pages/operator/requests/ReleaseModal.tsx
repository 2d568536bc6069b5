import { useForm } from "@mantine/form";
import { ProofFields, noProof, proofFields, proofOf, validateProof } from "../../../parts/ProofFields.tsx";
import { requests as texts } from "../../../texts/cases.ts";
import { FormModal } from "../../../ui/FormModal.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";

interface Props {
  onClose: () => void;
  onRelease: (proof: ReturnType<typeof proofOf>) => Promise<unknown>;
}

/** An operator's part of a release, with the proof that it is them. */
export function ReleaseModal({ onClose, onRelease }: Props) {
  const form = useForm({ initialValues: noProof, validate: validateProof });
  const sending = useSubmit(
    form,
    async (proof) => {
      await onRelease(proofOf(proof));
      onClose();
    },
    { fields: proofFields },
  );
  return (
    <FormModal
      title={texts.release}
      text={texts.releaseText}
      sending={sending}
      submit={texts.release}
      onClose={onClose}
    >
      <ProofFields form={form} autoFocus />
    </FormModal>
  );
}
