import { Button, Group, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconPlus } from "@tabler/icons-react";
import type { Price } from "#answers/operator/pools.ts";
import { stock as stockTexts } from "../../../texts/stock.ts";
import { t } from "../../../texts/t.ts";
import { FormError } from "../../../ui/FormError.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { ChangeAll } from "./ChangeAll.tsx";
import { PriceLine } from "./PriceLine.tsx";
import { changedBy, newLine, toLine, toPrice, type PriceValues } from "./price-values.ts";
import { useSavePrices } from "./use-save-prices.ts";

interface Props {
  poolId: number;
  prices: Price[];
  onClose: () => void;
}

/** All individual prices of a pool, saved together. Refusals name prices.N.field, as the form does. */
export function PricesForm({ poolId, prices, onClose }: Props) {
  const save = useSavePrices(poolId);
  const form = useForm<PriceValues>({
    initialValues: { prices: prices.length === 0 ? [newLine()] : prices.map(toLine) },
    validate: { prices: { price: (value) => (value === "" ? t.errors.required : null) } },
  });
  const { onSubmit, busy, error } = useSubmit(form, async ({ prices: lines }) => {
    await save(lines.map(toPrice));
    onClose();
  });
  const { prices: lines } = form.values;
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <Text c="dimmed">{stockTexts.linesText}</Text>
        <FormError text={error} />
        {lines.map(({ key }, index) => (
          <PriceLine key={key} form={form} index={index} />
        ))}
        <Group justify="space-between" align="flex-end">
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => form.insertListItem("prices", newLine())}
          >
            {stockTexts.addPrice}
          </Button>
          <ChangeAll
            onChange={(percent) =>
              form.setFieldValue(
                "prices",
                lines.map((line) => changedBy(percent, line)),
              )
            }
          />
          <Button type="submit" loading={busy}>
            {t.common.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
