import { Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { t } from "../texts/t.ts";
import { FormModal } from "./FormModal.tsx";
import { useSubmit } from "./use-submit.ts";

interface Props {
  title: string;
  text: string;
  confirm: string;
  danger?: boolean;
  /** Whether it also asks for a reason. */
  reason?: boolean;
  onClose: () => void;
  onConfirm: (reason: string) => Promise<unknown>;
}

/** Confirms an action that cannot be undone, or that needs a reason. */
export function ReasonModal({ title, text, confirm, danger, reason, onClose, onConfirm }: Props) {
  const form = useForm({
    initialValues: { reason: "" },
    validate: { reason: (value) => (reason && value.trim() === "" ? t.errors.required : null) },
  });
  const sending = useSubmit(form, async ({ reason: given }) => {
    await onConfirm(given.trim());
    onClose();
  });
  return (
    <FormModal title={title} text={text} sending={sending} submit={confirm} danger={danger} onClose={onClose}>
      {reason && (
        <Textarea
          data-autofocus
          label={t.common.reason}
          description={t.common.reasonHint}
          autosize
          minRows={2}
          {...form.getInputProps("reason")}
        />
      )}
    </FormModal>
  );
}
