import { Group, Text } from "@mantine/core";
import type { InventoryNumber } from "#answers/operator/numbers.ts";
import { stock as stockTexts } from "../../../texts/stock.ts";
import { operator as operatorTexts } from "../../../texts/operator.ts";
import { t } from "../../../texts/t.ts";
import { Flag } from "../../../ui/Flag.tsx";
import { Light } from "../../../ui/Light.tsx";
import { Time } from "../../../ui/Time.tsx";
import type { Column } from "../../../ui/column.ts";
import { PhoneNumber } from "../../../ui/PhoneNumber.tsx";

export const numberColumns = (nameOf: (slug: string) => string): Column<InventoryNumber>[] => [
  {
    title: stockTexts.number,
    nowrap: true,
    cell: ({ number, country }) => (
      <Group gap={8} wrap="nowrap">
        <Flag country={country} size={18} />
        <span className="mono">
          <PhoneNumber digits={number} />
        </span>
      </Group>
    ),
  },
  { title: stockTexts.pool, wide: true, cell: ({ pool }) => pool },
  {
    title: stockTexts.state,
    cell: ({ state, rented_for: rented, resting_for: resting }) => (
      <>
        <Light state={state === "free" ? "good" : "idle"} text={stockTexts.states[state] ?? state} />
        {(rented.length > 0 || resting.length > 0) && (
          <Text size="xs" c="dimmed" truncate maw={220}>
            {[
              ...rented.map(nameOf),
              ...resting.map(({ services }) => stockTexts.family(services, nameOf)),
            ].join(", ")}
          </Text>
        )}
      </>
    ),
  },
  {
    title: stockTexts.lastMessage,
    wide: true,
    cell: ({ last_message_at: at }) => (at === null ? t.common.never : <Time at={at} relative />),
  },
  { title: operatorTexts.since, wide: true, cell: ({ created_at: at }) => <Time at={at} /> },
];
