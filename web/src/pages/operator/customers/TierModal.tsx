import { Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { standing as texts } from "../../../texts/standing.ts";
import { t } from "../../../texts/t.ts";
import { EvidenceInput } from "../../../ui/EvidenceInput.tsx";
import { FormModal } from "../../../ui/FormModal.tsx";
import { readEvidence } from "../../../ui/read-evidence.ts";
import { useSubmit } from "../../../ui/use-submit.ts";

interface Props {
  title: string;
  onClose: () => void;
  onSave: (body: Record<string, unknown>) => Promise<unknown>;
}

const choices = [
  ...(["none", "email", "verified", "business"] as const).map((tier) => ({
    value: tier as string,
    label: texts.tiers[tier],
  })),
  { value: "auto", label: texts.auto },
];

/** The operator decides how well a customer is known, with or without a document. */
export function TierModal({ title, onClose, onSave }: Props) {
  const form = useForm<{ tier: string; reason: string; file: File | null }>({
    initialValues: { tier: "verified", reason: "", file: null },
    validate: { reason: (value) => (value.trim() === "" ? t.errors.required : null) },
  });
  const sending = useSubmit(form, async ({ tier, reason, file }) => {
    const evidence = file ? { file: await readEvidence(file) } : {};
    await onSave({ tier, reason: reason.trim(), ...evidence });
    onClose();
  });
  return (
    <FormModal title={title} text={texts.tierText} sending={sending} submit={t.common.save} onClose={onClose}>
      <Select
        data-autofocus
        label={texts.tier}
        data={choices}
        allowDeselect={false}
        {...form.getInputProps("tier")}
      />
      <TextInput
        label={t.common.reason}
        description={t.common.reasonHint}
        {...form.getInputProps("reason")}
      />
      <EvidenceInput {...form.getInputProps("file")} />
    </FormModal>
  );
}
