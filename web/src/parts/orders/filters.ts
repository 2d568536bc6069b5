import { periodFilters } from "../../state/period.ts";
import { t } from "../../texts/t.ts";

/** The filters of a list of orders; they are kept in the page's URL. */
export const orderFilters = ["q", "status", "service", "country", "sort", ...periodFilters] as const;
/** A list over all accounts has more filters. */
export const operatorOrderFilters = [...orderFilters, "mode", "account", "pool", "supplier"] as const;

const choicesOf = (names: Record<string, string>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

export const statusChoices = choicesOf(t.status);
export const operatorStatusChoices = [...statusChoices, ...choicesOf(t.common.moreStatus)];

/** Sandbox orders are a list of their own, so that they are not taken for business. */
export const modeChoices = [
  { value: "live", label: t.shell.live },
  { value: "test", label: t.shell.sandbox },
  { value: "all", label: t.common.all },
];
