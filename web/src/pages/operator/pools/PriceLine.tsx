import { ActionIcon, Group, NumberInput, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { IconTrash } from "@tabler/icons-react";
import { stock as stockTexts } from "../../../texts/stock.ts";
import { t } from "../../../texts/t.ts";
import type { PriceValues } from "./price-values.ts";

interface Props {
  form: UseFormReturnType<PriceValues>;
  index: number;
}

/** One line of a pool's prices; refusals are shown beside the field. */
export function PriceLine({ form, index }: Props) {
  const field = (name: string): object => form.getInputProps(`prices.${index}.${name}`);
  const amount = { min: 0, decimalScale: 2, fixedDecimalScale: true, hideControls: true };
  return (
    <Group gap="xs" align="flex-start" wrap="nowrap">
      <TextInput
        aria-label={stockTexts.country}
        placeholder={stockTexts.anyCountry}
        maxLength={2}
        {...field("country")}
      />
      <TextInput aria-label={t.rent.service} placeholder={stockTexts.anyService} {...field("service")} />
      <NumberInput
        aria-label={stockTexts.price}
        placeholder={stockTexts.price}
        {...amount}
        {...field("price")}
      />
      <NumberInput
        aria-label={stockTexts.cost}
        placeholder={stockTexts.poolsCost}
        {...amount}
        {...field("cost")}
      />
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={stockTexts.removePrice}
        onClick={() => form.removeListItem("prices", index)}
      >
        <IconTrash size={16} />
      </ActionIcon>
    </Group>
  );
}
