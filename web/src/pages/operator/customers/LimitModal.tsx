import { NumberInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { Mode } from "../../../state/mode.ts";
import { operator as operatorTexts } from "../../../texts/operator.ts";
import { t } from "../../../texts/t.ts";
import { FormModal } from "../../../ui/FormModal.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";

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
  const sending = useSubmit(form, async ({ max_open_orders: most, reason }) => {
    await onSave({ mode, max_open_orders: most === "" ? null : Number(most), reason: reason.trim() });
    onClose();
  });
  return (
    <FormModal
      title={operatorTexts.limitTitle(mode === "live" ? t.shell.live : t.shell.sandbox)}
      text={operatorTexts.limitText(fallback)}
      sending={sending}
      submit={t.common.save}
      onClose={onClose}
    >
      <NumberInput
        data-autofocus
        label={operatorTexts.maxOpenOrders}
        min={0}
        allowDecimal={false}
        {...form.getInputProps("max_open_orders")}
      />
      <TextInput
        label={t.common.reason}
        description={t.common.reasonHint}
        {...form.getInputProps("reason")}
      />
    </FormModal>
  );
}
