import { ActionIcon, Button, Group, NumberInput, Stack, Text, TextInput } from "@mantine/core";
import { randomId } from "@mantine/hooks";
import { useForm } from "@mantine/form";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { own } from "../../api/client.ts";
import type { PoolPrice } from "../../api/types/stock.ts";
import { t } from "../../texts/t.ts";
import { FormError } from "../../ui/FormError.tsx";
import { useSubmit } from "../../ui/use-submit.ts";

interface Line {
  key: string;
  country: string;
  service: string;
  price: number | string;
}

const toLine = ({ country, service, price }: PoolPrice): Line => ({
  key: randomId(),
  country: country ?? "",
  service: service ?? "",
  price,
});

/** All own prices of a pool at once; saved together. Refusals name prices.N.field, as the form does. */
export function PricesForm({
  poolId,
  prices,
  onClose,
}: {
  poolId: number;
  prices: PoolPrice[];
  onClose: () => void;
}) {
  const client = useQueryClient();
  const form = useForm<{ prices: Line[] }>({
    initialValues: { prices: prices.map(toLine) },
    validate: { prices: { price: (value) => (value === "" ? t.errors.required : null) } },
  });
  const { onSubmit, busy, error } = useSubmit(form, async ({ prices: lines }) => {
    const body = {
      prices: lines.map(({ country, service, price }) => ({
        country: country.trim() === "" ? null : country.trim().toUpperCase(),
        service: service.trim() === "" ? null : service.trim(),
        price: Number(price),
      })),
    };
    await own(`operator/pools/${poolId}/prices`, { method: "PUT", body });
    await client.invalidateQueries({ queryKey: ["operator"] });
    onClose();
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <Text c="dimmed">{t.stock.pricesText}</Text>
        <FormError text={error} />
        {form.values.prices.map(({ key }, index) => (
          <Group key={key} gap="xs" align="flex-start" wrap="nowrap">
            <TextInput
              aria-label={t.stock.country}
              placeholder={t.stock.anyCountry}
              maxLength={2}
              {...form.getInputProps(`prices.${index}.country`)}
            />
            <TextInput
              aria-label={t.rent.service}
              placeholder={t.stock.anyService}
              {...form.getInputProps(`prices.${index}.service`)}
            />
            <NumberInput
              aria-label={t.stock.price}
              min={0}
              decimalScale={2}
              fixedDecimalScale
              {...form.getInputProps(`prices.${index}.price`)}
            />
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={t.stock.removePrice}
              onClick={() => form.removeListItem("prices", index)}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </Group>
        ))}
        <Group justify="space-between">
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() =>
              form.insertListItem("prices", { key: randomId(), country: "", service: "", price: "" })
            }
          >
            {t.stock.addPrice}
          </Button>
          <Button type="submit" loading={busy}>
            {t.common.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
