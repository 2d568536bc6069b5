import { IconCode, IconFlag, IconGavel, IconMessage2Search, IconNews, IconTag } from "@tabler/icons-react";
import { customerCases } from "../../texts/cases.ts";
import { publicNav } from "../../texts/public.ts";

/** Pages that everyone may read. */
export const publicPlaces = [
  { to: "/prices", text: publicNav.prices, Icon: IconTag },
  { to: "/docs", text: publicNav.reference, Icon: IconCode },
  { to: "/docs/extract", text: publicNav.extract, Icon: IconMessage2Search },
  { to: "/changelog", text: publicNav.changelog, Icon: IconNews },
  { to: "/terms", text: publicNav.terms, Icon: IconGavel },
  { to: "/report", text: publicNav.report, Icon: IconFlag },
] as const;

/** Pages that owners rarely need, and so are not in the navigation. */
export const ownerPlaces = [{ to: "/cases", text: customerCases.title, Icon: IconGavel }] as const;
