import "@mantine/spotlight/styles.css";
import { Spotlight, openSpotlight, type SpotlightActionGroupData } from "@mantine/spotlight";
import { IconBolt, IconSearch } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState, type KeyboardEvent } from "react";
import { t } from "../../texts/t.ts";
import { Flag } from "../../ui/Flag.tsx";
import { StatusBadge } from "../../ui/StatusBadge.tsx";
import { readable } from "../../ui/phone.ts";
import type { Place } from "./places.ts";
import { useFoundOffers, useFoundOrders } from "./use-found.ts";

export const openPalette = openSpotlight;

/** Go anywhere, rent "whatsapp us", find an order by its number. */
export function Palette({ places, canRent }: { places: Place[]; canRent: boolean }) {
  const [query, setQuery] = useState("");
  const navigate = useNavigate();
  const offers = useFoundOffers(canRent ? query : "");
  const orders = useFoundOrders(canRent ? query : "");
  const fits = (text: string): boolean => text.toLowerCase().includes(query.trim().toLowerCase());

  const groups: SpotlightActionGroupData[] = [
    {
      group: t.shell.palettePages,
      actions: places
        .filter(({ text }) => fits(text))
        .map(({ to, text, Icon }) => ({
          id: to,
          label: text,
          leftSection: <Icon size={18} stroke={1.6} aria-hidden />,
          onClick: () => void navigate({ to }),
        })),
    },
    {
      group: t.shell.paletteRent,
      actions: offers.map(({ country, countryName, service, serviceName }) => ({
        id: `${country}-${service}`,
        label: t.shell.rentIn(serviceName, countryName),
        leftSection: <Flag country={country} />,
        rightSection: <IconBolt size={16} aria-hidden />,
        onClick: () => void navigate({ to: "/rent", search: { country, service } }),
      })),
    },
    {
      group: t.shell.paletteOrders,
      actions: orders.map((order) => ({
        id: order.order_id,
        label: readable(order.number),
        description: order.service,
        rightSection: <StatusBadge status={order.status} />,
        onClick: () => void navigate({ to: "/orders", search: { order: Number(order.order_id) } }),
      })),
    },
  ].filter(({ actions }) => actions.length > 0);

  /** Enter takes the first result that arrived after typing; the library has nothing selected at that moment. */
  function takeFirst({ key }: KeyboardEvent): void {
    if (key === "Enter" && !document.querySelector("[data-action][data-selected]"))
      document.querySelector<HTMLElement>("[data-action]")?.click();
  }

  return (
    <Spotlight
      actions={groups}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      filter={(_, actions) => actions}
      nothingFound={t.shell.paletteEmpty}
      scrollable
      maxHeight={420}
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: t.shell.paletteHint,
        "aria-label": t.shell.palette,
        onKeyDown: takeFirst,
      }}
    />
  );
}
