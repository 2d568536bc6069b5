import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { InventoryNumber } from "#answers/operator/numbers.ts";
import { t } from "../../../texts/t.ts";
import { Time } from "../../../ui/Time.tsx";

export function numberFacts(
  number: InventoryNumber,
  nameOf: (slug: string) => string,
): [string, ReactNode][] {
  return [
    [t.stock.pool, number.pool],
    [t.stock.country, number.country],
    [t.stock.state, t.stock.states[number.state] ?? number.state],
    [t.stock.rentedFor, number.rented_for.map(nameOf).join(", ") || t.common.none],
    ...number.resting_for.map(({ services, until }): [string, ReactNode] => [
      `${t.stock.restingFor} ${t.stock.family(services, nameOf)}`,
      <>
        <Time at={until} />
        {services.length > 1 && (
          <Text size="xs" c="dimmed">
            {services.map(nameOf).join(", ")}
          </Text>
        )}
      </>,
    ]),
  ];
}
