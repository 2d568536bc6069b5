import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { own } from "../../../api/client.ts";
import { meQuery } from "../../../data/use-me.ts";
import { t } from "../../../texts/t.ts";
import { FormModal } from "../../../ui/FormModal.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { ProofFields, noProof, proofFields, proofOf, validateProof } from "../../../parts/ProofFields.tsx";

export function TotpOffModal({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const form = useForm({
    initialValues: noProof,
    validate: {
      ...validateProof,
      code: (value) => (value.trim() === "" ? t.errors.required : null),
    },
  });
  const sending = useSubmit(
    form,
    async (proof) => {
      await own("totp/disable", { method: "POST", body: proofOf(proof) });
      await client.invalidateQueries(meQuery);
      onClose();
    },
    { fields: proofFields },
  );
  return (
    <FormModal
      title={t.settings.totpTurnOff}
      sending={sending}
      submit={t.settings.totpTurnOff}
      onClose={onClose}
    >
      <ProofFields form={form} autoFocus />
    </FormModal>
  );
}
