import { Text, Timeline } from "@mantine/core";
import type { Happening } from "#answers/orders.ts";
import { t } from "../../texts/t.ts";
import { Money } from "../Money.tsx";
import { Time } from "../../ui/Time.tsx";

/** Rented, message, charged …: oldest first. */
export function OrderTimeline({ entries }: { entries: Happening[] }) {
  return (
    <Timeline active={entries.length - 1} bulletSize={12} lineWidth={2}>
      {entries.map(({ at, what, amount, note }) => (
        <Timeline.Item key={`${at} ${what}`} title={t.orders.what[what] ?? what}>
          <Text size="sm" c="dimmed" component="div">
            <Time at={at} seconds />
            {amount !== null && (
              <>
                {" · "}
                <Money amount={amount} />
              </>
            )}
            {note !== null && ` · ${note}`}
          </Text>
        </Timeline.Item>
      ))}
    </Timeline>
  );
}
