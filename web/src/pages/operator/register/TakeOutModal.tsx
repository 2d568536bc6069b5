import { Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { RemovalReport } from "#answers/operator/register.ts";
import { register as texts } from "../../../texts/register.ts";
import { stock as stockTexts } from "../../../texts/stock.ts";
import { t } from "../../../texts/t.ts";
import { FileText } from "../../../ui/FileText.tsx";
import { FormModal } from "../../../ui/FormModal.tsx";
import { FileCheck } from "./FileCheck.tsx";
import { useChecked } from "./use-checked.ts";

const statuses = Object.entries(texts.statuses).map(([value, label]) => ({ value, label }));

interface Values extends Record<string, unknown> {
  csv: string;
  status: string;
  reason: string;
}

/** Flagged or churned numbers from a file: first checked, then taken out of sale. */
export function TakeOutModal({ onClose }: { onClose: () => void }) {
  const form = useForm<Values>({
    initialValues: { csv: "", status: "flagged", reason: "" },
    validate: { csv: (value) => (value.trim() === "" ? t.errors.required : null) },
    onValuesChange: () => forget(),
  });
  const { check, forget, sending } = useChecked<Values, RemovalReport>(form, {
    path: "operator/register/take-out",
    done: ({ taken_out: taken }) => texts.taken(taken),
    onClose,
  });
  const isFaulty = check !== null && check.faults.length > 0;
  return (
    <FormModal
      title={texts.takeOut}
      text={texts.takeOutText}
      size="lg"
      danger={check !== null}
      closeOnClickOutside={false}
      sending={sending}
      submit={check && !isFaulty ? texts.take(check.taken_out) : stockTexts.preview}
      disabled={isFaulty || check?.taken_out === 0}
      onClose={onClose}
    >
      <Select label={texts.status} allowDeselect={false} data={statuses} {...form.getInputProps("status")} />
      <TextInput
        label={texts.reason}
        description={texts.reasonHint}
        maxLength={500}
        {...form.getInputProps("reason")}
      />
      <FileText
        value={form.values.csv}
        error={form.errors["csv"]}
        onChange={(csv) => form.setFieldValue("csv", csv)}
      />
      {check && (
        <FileCheck
          {...check}
          text={texts.removalChecked(check.taken_out, check.rented, check.already_out, check.not_ours)}
        />
      )}
    </FormModal>
  );
}
