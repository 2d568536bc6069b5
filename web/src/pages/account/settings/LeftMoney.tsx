import { Radio, Stack, Textarea } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import type { Wallet } from "#answers/wallet.ts";
import { t } from "../../../texts/t.ts";
import { money } from "../../../ui/format.ts";

interface Props {
  form: UseFormReturnType<{ password: string; code: string; balance: string; pay_out_to: string }>;
  wallet: Wallet;
}

/** What happens to the money left when an account is closed. */
export function LeftMoney({ form, wallet: { balance, currency } }: Props) {
  return (
    <>
      <Radio.Group label={t.settings.left(money(balance, currency))} {...form.getInputProps("balance")}>
        <Stack gap={6} mt={6}>
          <Radio value="pay_out" label={t.settings.leftPayOut} />
          <Radio value="give_up" label={t.settings.leftGiveUp} />
        </Stack>
      </Radio.Group>
      {form.values.balance === "pay_out" && (
        <Textarea
          label={t.settings.payOutTo}
          description={t.settings.payOutToHint}
          maxLength={500}
          autosize
          minRows={2}
          {...form.getInputProps("pay_out_to")}
        />
      )}
    </>
  );
}
