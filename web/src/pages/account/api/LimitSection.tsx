import { Anchor, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { own } from "../../../api/client.ts";
import type { Limits } from "#answers/keys.ts";
import { useMode } from "../../../state/mode.ts";
import { t } from "../../../texts/t.ts";
import { Facts } from "../../../ui/Facts.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Section } from "../../../ui/Section.tsx";
import { span } from "../../../ui/format.ts";

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
              [t.api.openOrders, of.open_orders.toLocaleString("en")],
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
