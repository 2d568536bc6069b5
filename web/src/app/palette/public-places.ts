import { IconCode, IconGavel, IconMessage2Search, IconNews, IconTag } from "@tabler/icons-react";
import { publicNav } from "../../texts/public.ts";

/** Pages that everyone may read. */
export const publicPlaces = [
  { to: "/prices", text: publicNav.prices, Icon: IconTag },
  { to: "/docs", text: publicNav.reference, Icon: IconCode },
  { to: "/docs/extract", text: publicNav.extract, Icon: IconMessage2Search },
  { to: "/changelog", text: publicNav.changelog, Icon: IconNews },
  { to: "/terms", text: publicNav.terms, Icon: IconGavel },
] as const;
