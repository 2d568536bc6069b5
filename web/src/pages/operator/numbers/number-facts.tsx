import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { InventoryNumber } from "#answers/operator/numbers.ts";
import { t } from "../../../texts/t.ts";
import { Time } from "../../../ui/Time.tsx";

export function numberFacts(number: InventoryNumber): [string, ReactNode][] {
  return [
    [t.stock.pool, number.pool],
    [t.stock.country, number.country],
    [t.stock.state, t.stock.states[number.state] ?? number.state],
    [t.stock.rentedFor, number.rented_for.join(", ") || t.common.none],
    ...number.resting_for.map(({ services, until }): [string, ReactNode] => [
      `${t.stock.restingFor} ${t.stock.family(services)}`,
      <>
        <Time at={until} />
        {services.length > 1 && (
          <Text size="xs" c="dimmed">
            {services.join(", ")}
          </Text>
        )}
      </>,
    ]),
  ];
}
