import { useForm } from "@mantine/form";
import type { TotpSecret } from "#answers/member.ts";
import { own } from "../../../api/client.ts";
import { t } from "../../../texts/t.ts";
import { FormModal } from "../../../ui/FormModal.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { ProofFields, noProof, proofFields, proofOf, validateProof } from "../../../parts/ProofFields.tsx";

interface Props {
  onKey: (key: TotpSecret) => void;
  onClose: () => void;
}

/** An unattended session must not be enough to lock its owner out with a second factor. */
export function TotpPassword({ onKey, onClose }: Props) {
  const form = useForm({ initialValues: noProof, validate: validateProof });
  const sending = useSubmit(
    form,
    async (proof) => onKey(await own("totp/begin", { method: "POST", body: proofOf(proof) })),
    { fields: proofFields },
  );
  return (
    <FormModal title={t.settings.totp} sending={sending} submit={t.settings.totpGoOn} onClose={onClose}>
      <ProofFields form={form} autoFocus />
    </FormModal>
  );
}
