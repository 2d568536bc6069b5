import { useForm } from "@mantine/form";
import type { FactsReport } from "#answers/operator/register.ts";
import { register as texts } from "../../../texts/register.ts";
import { stock as stockTexts } from "../../../texts/stock.ts";
import { t } from "../../../texts/t.ts";
import { FileText } from "../../../ui/FileText.tsx";
import { FormModal } from "../../../ui/FormModal.tsx";
import { FileCheck } from "./FileCheck.tsx";
import { useChecked } from "./use-checked.ts";

interface Values extends Record<string, unknown> {
  csv: string;
}

/** Owner, legal basis, reference and since of many numbers from a file: first checked, then recorded. */
export function FactsModal({ onClose }: { onClose: () => void }) {
  const form = useForm<Values>({
    initialValues: { csv: "" },
    validate: { csv: (value) => (value.trim() === "" ? t.errors.required : null) },
    onValuesChange: () => forget(),
  });
  const { check, forget, sending } = useChecked<Values, FactsReport>(form, {
    path: "operator/register/import",
    done: ({ recorded }) => texts.recorded(recorded),
    onClose,
  });
  const isFaulty = check !== null && check.faults.length > 0;
  return (
    <FormModal
      title={texts.importFacts}
      text={texts.importText}
      size="lg"
      closeOnClickOutside={false}
      sending={sending}
      submit={check && !isFaulty ? texts.record(check.recorded) : stockTexts.preview}
      disabled={isFaulty || check?.recorded === 0}
      onClose={onClose}
    >
      <FileText
        value={form.values.csv}
        error={form.errors["csv"]}
        onChange={(csv) => form.setFieldValue("csv", csv)}
      />
      {check && <FileCheck {...check} text={texts.factsChecked(check.recorded, check.empty)} />}
    </FormModal>
  );
}
