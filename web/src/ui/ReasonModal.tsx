import { Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { t } from "../texts/t.ts";
import { FormError } from "./FormError.tsx";
import { useSubmit } from "./use-submit.ts";

interface Props {
  title: string;
  text: string;
  confirm: string;
  danger?: boolean;
  /** Asks for a reason, too. */
  reason?: boolean;
  onClose: () => void;
  onConfirm: (reason: string) => Promise<unknown>;
}

/** Asks before something that cannot be taken back, or that must be justified. */
export function ReasonModal({ title, text, confirm, danger, reason, onClose, onConfirm }: Props) {
  const form = useForm({
    initialValues: { reason: "" },
    validate: { reason: (value) => (reason && value.trim() === "" ? t.errors.required : null) },
  });
  const { onSubmit, busy, error } = useSubmit(form, async ({ reason: given }) => {
    await onConfirm(given.trim());
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ "aria-label": t.common.close }}>
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          <Text>{text}</Text>
          <FormError text={error} />
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
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t.common.cancel}
            </Button>
            <Button type="submit" loading={busy} color={danger ? "red.8" : undefined}>
              {confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
