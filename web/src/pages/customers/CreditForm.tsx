import { Button, NumberInput, SegmentedControl, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import type { Mode } from "../../app/mode.ts";
import { t } from "../../texts/t.ts";
import { FormError } from "../../ui/FormError.tsx";
import { money } from "../../ui/format.ts";
import { useSubmit } from "../../ui/use-submit.ts";

interface Props {
  currency: string;
  onCredit: (input: { mode: Mode; amount: number; reason: string }) => Promise<{ balance: number }>;
}

export function CreditForm({ currency, onCredit }: Props) {
  const form = useForm<{ mode: Mode; amount: number | string; reason: string }>({
    initialValues: { mode: "live", amount: "", reason: "" },
    validate: {
      amount: (value) => (value === "" || Number(value) === 0 ? t.errors.required : null),
      reason: (value) => (value.trim() === "" ? t.errors.required : null),
    },
  });
  const { onSubmit, busy, error } = useSubmit(form, async ({ mode, amount, reason }) => {
    const { balance } = await onCredit({ mode, amount: Number(amount), reason: reason.trim() });
    form.setValues({ amount: "", reason: "" });
    notifications.show({ message: t.operator.credited(money(balance, currency)) });
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="xs">
        <FormError text={error} />
        <SegmentedControl
          size="xs"
          aria-label={t.operator.mode}
          data={[
            { value: "live", label: t.shell.live },
            { value: "test", label: t.shell.sandbox },
          ]}
          {...form.getInputProps("mode")}
        />
        <NumberInput
          label={`${t.operator.amount} (${currency})`}
          description={t.operator.amountHint}
          decimalScale={2}
          thousandSeparator=","
          {...form.getInputProps("amount")}
        />
        <TextInput
          label={t.common.reason}
          description={t.common.reasonHint}
          {...form.getInputProps("reason")}
        />
        <Button type="submit" loading={busy}>
          {t.operator.credit}
        </Button>
      </Stack>
    </form>
  );
}
