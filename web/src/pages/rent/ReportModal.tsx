import { Button, Group, Modal, Radio, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { t } from "../../texts/t.ts";
import { FormError } from "../../ui/FormError.tsx";
import { useSubmit } from "../../ui/use-submit.ts";

const other = t.rent.reportReasons.at(-1);

interface Props {
  onClose: () => void;
  onReport: (reason: string) => Promise<unknown>;
}

export function ReportModal({ onClose, onReport }: Props) {
  const form = useForm({
    initialValues: { choice: t.rent.reportReasons[0] ?? "", reason: "" },
    validate: {
      reason: (value, { choice }) => (choice === other && value.trim() === "" ? t.errors.required : null),
    },
  });
  const { onSubmit, busy, error } = useSubmit(form, async ({ choice, reason }) => {
    await onReport(choice === other ? reason.trim() : choice);
    onClose();
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.rent.reportTitle}
      closeButtonProps={{ "aria-label": t.common.close }}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          <Text>{t.rent.reportText}</Text>
          <FormError text={error} />
          <Radio.Group aria-label={t.rent.reportTitle} {...form.getInputProps("choice")}>
            <Stack gap="xs">
              {t.rent.reportReasons.map((reason) => (
                <Radio key={reason} value={reason} label={reason} />
              ))}
            </Stack>
          </Radio.Group>
          {form.values.choice === other && (
            <TextInput label={t.common.reason} maxLength={500} {...form.getInputProps("reason")} />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t.common.cancel}
            </Button>
            <Button type="submit" loading={busy}>
              {t.rent.report}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
