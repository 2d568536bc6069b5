import { Button, Group } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { own } from "../../../api/client.ts";
import type { Wallet } from "#answers/wallet.ts";
import { useMode } from "../../../state/mode.ts";
import { useMay } from "../../../data/use-me.ts";
import { t } from "../../../texts/t.ts";
import { AmountInput } from "../../../ui/AmountInput.tsx";
import { FormError } from "../../../ui/FormError.tsx";
import { Section } from "../../../ui/Section.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";

export function LowBalanceForm({ low, currency }: { low: number; currency: string }) {
  const mode = useMode();
  const client = useQueryClient();
  const mayChange = useMay("owner", "billing");
  const form = useForm<{ low_balance: number | string }>({ initialValues: { low_balance: low } });
  const { onSubmit, busy, error } = useSubmit(form, async ({ low_balance: amount }) => {
    const wallet = await own<Wallet>("wallet", {
      method: "PATCH",
      mode,
      body: { low_balance: Number(amount) },
    });
    client.setQueryData(["wallet", mode], wallet);
    notifications.show({ message: t.common.saved });
  });
  return (
    <Section title={t.wallet.alert}>
      <form onSubmit={onSubmit} noValidate>
        <FormError text={error} />
        <Group align="flex-end" gap="xs">
          <AmountInput
            flex={1}
            label={t.wallet.amountIn(currency)}
            description={t.wallet.alertHint}
            disabled={!mayChange}
            {...form.getInputProps("low_balance")}
          />
          <Button type="submit" variant="default" loading={busy} disabled={!mayChange}>
            {t.common.save}
          </Button>
        </Group>
      </form>
    </Section>
  );
}
