import { Anchor, Group, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { PublicService } from "#answers/public.ts";
import { prices as texts } from "../../../texts/public.ts";
import { t } from "../../../texts/t.ts";
import { ServiceIcon } from "../../../ui/ServiceIcon.tsx";
import type { Column } from "../../../ui/column.ts";
import { money } from "../../../ui/format.ts";

export const priceColumns = (country: string, currency: string): Column<PublicService>[] => [
  {
    title: texts.service,
    cell: ({ service, name }) => (
      <Group gap="xs" wrap="nowrap">
        <ServiceIcon slug={service} name={name} />
        <Anchor component={Link} to="/rent" search={{ country, service } as never} preload={false} fw={500}>
          {name}
        </Anchor>
      </Group>
    ),
  },
  { title: texts.price, right: true, nowrap: true, cell: ({ price }) => money(price, currency) },
  {
    title: texts.success,
    right: true,
    nowrap: true,
    cell: ({ success_rate: rate }) =>
      rate === null ? <Text c="dimmed">{t.common.tooFew}</Text> : t.common.percent(rate),
  },
  {
    title: texts.stock,
    wide: true,
    cell: ({ in_stock: isIn }) => (isIn ? texts.inStock : <Text c="dimmed">{texts.outOfStock}</Text>),
  },
];
