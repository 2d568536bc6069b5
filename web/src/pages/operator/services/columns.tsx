import { Group, Text } from "@mantine/core";
import type { Service } from "#answers/operator/services.ts";
import { t } from "../../../texts/t.ts";
import { Light } from "../../../ui/Light.tsx";
import { ServiceIcon } from "../../../ui/ServiceIcon.tsx";
import { RowButton } from "../../../ui/RowButton.tsx";
import type { Column } from "../../../ui/column.ts";

export const serviceColumns = (onChange: (service: Service) => void): Column<Service>[] => [
  {
    title: t.rent.service,
    name: "name",
    sortBy: ({ name }) => name.toLowerCase(),
    cell: ({ slug, name }) => (
      <Group gap="xs" wrap="nowrap">
        <ServiceIcon slug={slug} name={name} />
        <Text>{name}</Text>
      </Group>
    ),
  },
  {
    title: t.stock.category,
    wide: true,
    name: "category",
    sortBy: ({ category }) => category,
    cell: ({ category }) => category,
  },
  {
    title: t.stock.state,
    cell: ({ restricted }) => (
      <Light state={restricted ? "bad" : "good"} text={restricted ? t.stock.restricted : t.stock.allowed} />
    ),
  },
  {
    title: t.common.actions,
    right: true,
    cell: (service) => (
      <RowButton
        text={service.restricted ? t.stock.allow : t.stock.restrict}
        onClick={() => onChange(service)}
      />
    ),
  },
];
