import { Anchor, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { own } from "../../../api/client.ts";
import type { Limits, RentLimit } from "#answers/keys.ts";
import { useMode } from "../../../state/mode.ts";
import { limits as limitsTexts } from "../../../texts/limits.ts";
import { t } from "../../../texts/t.ts";
import { Facts } from "../../../ui/Facts.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Section } from "../../../ui/Section.tsx";
import { count, span } from "../../../ui/format.ts";

const rentsOf = ({ rents_per_minute: most, rents_left: left }: RentLimit): string =>
  left === null ? limitsTexts.none : limitsTexts.leftOf(left, most);

const addressFacts = (of: NonNullable<Limits["address"]>): [string, string][] => [
  [
    limitsTexts.ofAddress(limitsTexts.openOrders, of.group),
    limitsTexts.leftOf(of.open_orders_left, of.open_orders),
  ],
  [limitsTexts.ofAddress(limitsTexts.rents, of.group), rentsOf(of)],
  [limitsTexts.ofAddress(t.api.requests, of.group), t.api.requestsOf(of.requests_per_ten_seconds)],
];

const sandboxFacts = (of: NonNullable<Limits["sandbox"]>): [string, string][] => [
  [limitsTexts.sandbox, count(of.ten_minutes)],
  [limitsTexts.orderMessages, count(of.order_messages)],
  [limitsTexts.dayMessages, count(of.day_messages)],
];

/** The caller's limits, and where every call is described. */
export function LimitSection() {
  const mode = useMode();
  const limits = useQuery({ queryKey: ["limits", mode], queryFn: () => own<Limits>("limits", { mode }) });
  return (
    <Section title={t.api.limits} lead={t.api.limitsLead}>
      <Loaded query={limits}>
        {(of) => (
          <Facts
            facts={[
              [t.api.requests, t.api.requestsOf(of.requests_per_ten_seconds)],
              [limitsTexts.openOrders, limitsTexts.leftOf(of.open_orders_left, of.open_orders)],
              [limitsTexts.rents, rentsOf(of)],
              [limitsTexts.codesToday, limitsTexts.codesOf(of.codes_today, of.ended_today, of.slowed)],
              ...(of.address ? addressFacts(of.address) : []),
              ...(of.sandbox ? sandboxFacts(of.sandbox) : []),
              [t.api.window, span(of.window_seconds)],
              [t.api.cancelAfter, span(of.cancel_after_seconds)],
            ]}
          />
        )}
      </Loaded>
      <Text c="dimmed">{t.api.limitsText}</Text>
      <Group gap="lg">
        <Anchor component={Link} to="/docs">
          {t.api.reference}
        </Anchor>
        <Anchor component={Link} to="/guides">
          {t.api.guides}
        </Anchor>
      </Group>
    </Section>
  );
}
