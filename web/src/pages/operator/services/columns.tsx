import { Group, Text } from "@mantine/core";
import type { Service } from "#answers/operator/services.ts";
import { stock as stockTexts } from "../../../texts/stock.ts";
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
    title: stockTexts.category,
    wide: true,
    name: "category",
    sortBy: ({ category }) => category,
    cell: ({ category }) => category,
  },
  {
    title: stockTexts.state,
    cell: ({ restricted }) => (
      <Light
        state={restricted ? "bad" : "good"}
        text={restricted ? stockTexts.restricted : stockTexts.allowed}
      />
    ),
  },
  {
    title: t.common.actions,
    right: true,
    cell: (service) => (
      <RowButton
        text={service.restricted ? stockTexts.allow : stockTexts.restrict}
        onClick={() => onChange(service)}
      />
    ),
  },
];
