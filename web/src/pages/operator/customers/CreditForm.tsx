import { Button, Checkbox, NumberInput, SegmentedControl, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { isApiError } from "../../../api/error.ts";
import type { Mode } from "../../../state/mode.ts";
import { operator as operatorTexts } from "../../../texts/operator.ts";
import { t } from "../../../texts/t.ts";
import { FormError } from "../../../ui/FormError.tsx";
import { money } from "../../../ui/format.ts";
import { useSubmit } from "../../../ui/use-submit.ts";
import { useRepeatKey } from "./use-repeat-key.ts";
import type { CreditInput } from "./use-customer.ts";

interface Props {
  currency: string;
  onCredit: (input: CreditInput, key: string) => Promise<{ balance: number }>;
}

interface Values extends Record<string, unknown> {
  mode: Mode;
  amount: number | string;
  reference: string;
  reason: string;
  may_owe: boolean;
  confirm_amount: number | string;
}

const empty = { amount: "", reference: "", reason: "", may_owe: false, confirm_amount: "" };

/** Money in or out. Likely mistakes must be confirmed: a large amount, a balance below zero. */
export function CreditForm({ currency, onCredit }: Props) {
  const [asks, setAsks] = useState({ again: false, owing: false });
  const keyOf = useRepeatKey();
  const form = useForm<Values>({
    initialValues: { mode: "live", ...empty },
    validate: {
      amount: (value) => (value === "" || Number(value) === 0 ? t.errors.required : null),
      reason: (value) => (value.trim() === "" ? t.errors.required : null),
      reference: (value, { mode, amount }) =>
        mode === "live" && Number(amount) > 0 && value.trim() === "" ? t.errors.required : null,
    },
  });

  async function send({ mode, amount, reference, reason, may_owe: owe, confirm_amount: again }: Values) {
    const input = {
      mode,
      amount: Number(amount),
      reason: reason.trim(),
      ...(reference.trim() === "" ? {} : { reference: reference.trim() }),
      ...(owe ? { may_owe: true } : {}),
      ...(again === "" ? {} : { confirm_amount: Number(again) }),
    };
    try {
      const { balance } = await onCredit(input, keyOf(input));
      form.setValues(empty);
      setAsks({ again: false, owing: false });
      notifications.show({ message: operatorTexts.credited(money(balance, currency)) });
    } catch (error) {
      if (isApiError(error, "amount_not_confirmed")) setAsks((before) => ({ ...before, again: true }));
      if (isApiError(error, "balance_below_zero")) setAsks((before) => ({ ...before, owing: true }));
      throw error;
    }
  }

  const { onSubmit, busy, error } = useSubmit(form, send, {
    word: (error) =>
      error.code === "balance_below_zero"
        ? t.wallet.holdsOnly(money(Number(error.details["balance"]), currency))
        : undefined,
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="xs">
        <FormError text={error} />
        <SegmentedControl
          size="xs"
          aria-label={operatorTexts.mode}
          data={[
            { value: "live", label: t.shell.live },
            { value: "test", label: t.shell.sandbox },
          ]}
          {...form.getInputProps("mode")}
        />
        <NumberInput
          label={`${operatorTexts.amount} (${currency})`}
          description={operatorTexts.amountHint}
          decimalScale={2}
          {...form.getInputProps("amount")}
        />
        {asks.again && (
          <NumberInput
            label={operatorTexts.amountAgain}
            decimalScale={2}
            {...form.getInputProps("confirm_amount")}
          />
        )}
        {asks.owing && (
          <Checkbox label={operatorTexts.mayOwe} {...form.getInputProps("may_owe", { type: "checkbox" })} />
        )}
        <TextInput
          label={operatorTexts.reference}
          description={operatorTexts.referenceHint}
          maxLength={100}
          {...form.getInputProps("reference")}
        />
        <TextInput
          label={t.common.reason}
          description={t.common.reasonHint}
          {...form.getInputProps("reason")}
        />
        <Button type="submit" loading={busy}>
          {operatorTexts.credit}
        </Button>
      </Stack>
    </form>
  );
}
