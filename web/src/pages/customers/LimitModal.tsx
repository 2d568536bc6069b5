import { Button, Modal, NumberInput, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { Mode } from "../../app/mode.ts";
import { t } from "../../texts/t.ts";
import { FormError } from "../../ui/FormError.tsx";
import { useSubmit } from "../../ui/use-submit.ts";

interface Props {
  mode: Mode;
  limit: number | null;
  fallback: number;
  onClose: () => void;
  onSave: (input: { mode: Mode; max_open_orders: number | null; reason: string }) => Promise<unknown>;
}

/** How many orders may wait for a code at the same time, for this customer. */
export function LimitModal({ mode, limit, fallback, onClose, onSave }: Props) {
  const form = useForm<{ max_open_orders: number | string; reason: string }>({
    initialValues: { max_open_orders: limit ?? "", reason: "" },
    validate: { reason: (value) => (value.trim() === "" ? t.errors.required : null) },
  });
  const { onSubmit, busy, error } = useSubmit(form, async ({ max_open_orders: most, reason }) => {
    await onSave({ mode, max_open_orders: most === "" ? null : Number(most), reason: reason.trim() });
    onClose();
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.operator.limitTitle(mode === "live" ? t.shell.live : t.shell.sandbox)}
      closeButtonProps={{ "aria-label": t.common.close }}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          <Text c="dimmed">{t.operator.limitText(fallback)}</Text>
          <FormError text={error} />
          <NumberInput
            data-autofocus
            label={t.operator.maxOpenOrders}
            min={0}
            allowDecimal={false}
            {...form.getInputProps("max_open_orders")}
          />
          <TextInput
            label={t.common.reason}
            description={t.common.reasonHint}
            {...form.getInputProps("reason")}
          />
          <Button type="submit" loading={busy}>
            {t.common.save}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
