import { ActionIcon, Group, NumberInput, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { IconTrash } from "@tabler/icons-react";
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
        aria-label={t.stock.country}
        placeholder={t.stock.anyCountry}
        maxLength={2}
        {...field("country")}
      />
      <TextInput aria-label={t.rent.service} placeholder={t.stock.anyService} {...field("service")} />
      <NumberInput aria-label={t.stock.price} placeholder={t.stock.price} {...amount} {...field("price")} />
      <NumberInput aria-label={t.stock.cost} placeholder={t.stock.poolsCost} {...amount} {...field("cost")} />
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t.stock.removePrice}
        onClick={() => form.removeListItem("prices", index)}
      >
        <IconTrash size={16} />
      </ActionIcon>
    </Group>
  );
}
