import { useForm } from "@mantine/form";
import type { Role } from "#answers/member.ts";
import { t } from "../../../texts/t.ts";
import { FormModal } from "../../../ui/FormModal.tsx";
import { ProofFields, noProof, proofFields, proofOf, validateProof } from "../../../parts/ProofFields.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";

interface Props {
  name: string;
  role: Role;
  onClose: () => void;
  onConfirm: (proof: ReturnType<typeof proofOf>) => Promise<unknown>;
}

/** Asks for the password before somebody gets the right to read codes, or becomes an owner. */
export function RaiseModal({ name, role, onClose, onConfirm }: Props) {
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
      title={t.team.raiseTitle(name, t.team.roles[role] ?? role)}
      text={t.team.raiseText(t.team.roles[role] ?? role, t.team.may[role] ?? "")}
      sending={sending}
      submit={t.team.lower}
      onClose={onClose}
    >
      <ProofFields form={form} autoFocus />
    </FormModal>
  );
}
