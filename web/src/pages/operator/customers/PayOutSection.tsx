import { Button, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { operator as operatorTexts } from "../../../texts/operator.ts";
import { FormError } from "../../../ui/FormError.tsx";
import { Money } from "../../../parts/Money.tsx";
import { Section } from "../../../ui/Section.tsx";

interface Props {
  balance: number;
  currency: string;
  onShow: () => Promise<{ to: string }>;
}

/** A former customer is owed money: how much, and on request where to. */
export function PayOutSection({ balance, currency, onShow }: Props) {
  const shown = useMutation({ mutationFn: onShow });
  return (
    <Section
      title={operatorTexts.payOut}
      lead={operatorTexts.payOutText}
      actions={
        <Text fw={600}>
          <Money amount={balance} currency={currency} />
        </Text>
      }
    >
      <FormError text={shown.error?.message ?? null} />
      {shown.data ? (
        <Text style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{shown.data.to}</Text>
      ) : (
        <div>
          <Button variant="default" loading={shown.isPending} onClick={() => shown.mutate()}>
            {operatorTexts.payOutShow}
          </Button>
        </div>
      )}
    </Section>
  );
}
