import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { InventoryNumber } from "#answers/operator/numbers.ts";
import { stock as stockTexts } from "../../../texts/stock.ts";
import { t } from "../../../texts/t.ts";
import { Time } from "../../../ui/Time.tsx";

export function numberFacts(
  number: InventoryNumber,
  nameOf: (slug: string) => string,
): [string, ReactNode][] {
  return [
    [stockTexts.pool, number.pool],
    [stockTexts.country, number.country],
    [stockTexts.state, stockTexts.states[number.state] ?? number.state],
    [stockTexts.rentedFor, number.rented_for.map(nameOf).join(", ") || t.common.none],
    ...number.resting_for.map(({ services, until }): [string, ReactNode] => [
      `${stockTexts.restingFor} ${stockTexts.family(services, nameOf)}`,
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
