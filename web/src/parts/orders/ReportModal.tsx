import { Radio, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { t } from "../../texts/t.ts";
import { FormModal } from "../../ui/FormModal.tsx";
import { useSubmit } from "../../ui/use-submit.ts";

const other = "other";

interface Props {
  onClose: () => void;
  onReport: (reason: string) => Promise<unknown>;
}

export function ReportModal({ onClose, onReport }: Props) {
  const form = useForm({
    initialValues: { choice: "", reason: "" },
    validate: {
      choice: (value) => (value === "" ? t.rent.reportChoose : null),
      reason: (value, { choice }) => (choice === other && value.trim() === "" ? t.errors.required : null),
    },
  });
  const sending = useSubmit(form, async ({ choice, reason }) => {
    await onReport(choice === other ? reason.trim() : choice);
    onClose();
  });
  return (
    <FormModal
      title={t.rent.reportTitle}
      text={t.rent.reportText}
      sending={sending}
      submit={t.rent.report}
      onClose={onClose}
    >
      <Radio.Group aria-label={t.rent.reportTitle} {...form.getInputProps("choice")}>
        <Stack gap="xs">
          {Object.entries(t.rent.reportReasons).map(([reason, label]) => (
            <Radio key={reason} value={reason} label={label} />
          ))}
        </Stack>
      </Radio.Group>
      {form.values.choice === other && (
        <TextInput label={t.common.reason} maxLength={500} {...form.getInputProps("reason")} />
      )}
    </FormModal>
  );
}
