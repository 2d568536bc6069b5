import "@mantine/spotlight/styles.css";
import { Spotlight, createSpotlight, type SpotlightActionGroupData } from "@mantine/spotlight";
import { IconAddressBook, IconBolt, IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState, type KeyboardEvent } from "react";
import { meQuery } from "../../data/use-me.ts";
import { palette as texts, paletteWords } from "../../texts/palette.ts";
import { t } from "../../texts/t.ts";
import { Flag } from "../../ui/Flag.tsx";
import { StatusBadge } from "../../ui/StatusBadge.tsx";
import { plain } from "../../search/search-services.ts";
import { useReadable } from "../../ui/PhoneNumber.tsx";
import { placesOf } from "../shell/places.ts";
import { closePalette } from "./opened.ts";
import { ownerPlaces, publicPlaces } from "./public-places.ts";
import { useCommands } from "./use-commands.ts";
import { useFoundCustomers, useFoundOffers, useFoundOrders } from "./use-found.ts";

const [store, { open, close }] = createSpotlight();

export const openPalette = open;

closePalette.set(() => {
  const wasOpen = store.getState().opened;
  if (wasOpen) close();
  return wasOpen;
});

/** Go anywhere, do anything, rent "whatsapp us", find an order by its number or a customer by name. */
export function Palette() {
  const readable = useReadable();
  const [query, setQuery] = useState("");
  const navigate = useNavigate();
  const { data: me } = useQuery(meQuery); // Public pages have not asked who is there.
  const canRent = Boolean(me?.account);
  const { customer, operator } = placesOf(canRent, me?.operator ?? false);
  const isOwner = me?.member.role === "owner";
  const places = [
    ...(me ? [...customer, ...(isOwner ? ownerPlaces : []), ...operator] : []),
    ...publicPlaces,
  ];
  const offers = useFoundOffers(canRent ? query : "");
  const orders = useFoundOrders(canRent ? query : "");
  const customers = useFoundCustomers(me?.operator ? query : "");
  const commands = useCommands();
  const words = query.split(/\s+/).map(plain).filter(Boolean);
  const fits = (text: string, id: string): boolean => {
    const known = `${text} ${paletteWords[id] ?? ""}`.split(/\s+/).map(plain);
    return words.every((word) => known.some((one) => one.includes(word)));
  };

  const groups: SpotlightActionGroupData[] = [
    {
      group: texts.pages,
      actions: places
        .filter(({ text, to }) => fits(text, to))
        .map(({ to, text, Icon }) => ({
          id: to,
          label: text,
          leftSection: <Icon size={18} stroke={1.6} aria-hidden />,
          onClick: () => void navigate({ to }),
        })),
    },
    {
      group: texts.actions,
      actions: commands
        .filter(({ text, id }) => fits(text, id))
        .map(({ id, text, Icon, run }) => ({
          id,
          label: text,
          leftSection: <Icon size={18} stroke={1.6} aria-hidden />,
          onClick: run,
        })),
    },
    {
      group: texts.rent,
      actions: offers.map(({ country, countryName, service, serviceName }) => ({
        id: `${country}-${service}`,
        label: texts.rentIn(serviceName, countryName),
        leftSection: <Flag country={country} />,
        rightSection: <IconBolt size={16} aria-hidden />,
        onClick: () => void navigate({ to: "/rent", search: { country, service } }),
      })),
    },
    {
      group: texts.orders,
      actions: orders.map((order) => ({
        id: order.order_id,
        label: readable(order.number),
        description: order.service,
        rightSection: <StatusBadge status={order.status} />,
        onClick: () => void navigate({ to: "/orders", search: { order: Number(order.order_id) } }),
      })),
    },
    {
      group: texts.customers,
      actions: customers.map(({ id, username, email }) => ({
        id: `customer-${id}`,
        label: username,
        description: email ?? "",
        leftSection: <IconAddressBook size={18} stroke={1.6} aria-hidden />,
        onClick: () => void navigate({ to: "/operator/customers/$id", params: { id: String(id) } }),
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
      store={store}
      filter={(_, actions) => actions}
      nothingFound={texts.empty}
      scrollable
      maxHeight={420}
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: texts.hint,
        "aria-label": t.shell.palette,
        onKeyDown: takeFirst,
      }}
    />
  );
}
