import { t } from "../../texts/t.ts";

/** What a list of orders can be narrowed by; they stand in the page's address. */
export const orderFilters = ["q", "status", "service", "country", "from", "to"] as const;
/** Over all accounts there is more to tell orders apart by. */
export const operatorOrderFilters = [...orderFilters, "mode", "account", "pool", "supplier"] as const;

const choicesOf = (names: Record<string, string>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

export const statusChoices = choicesOf(t.status);
export const operatorStatusChoices = [...statusChoices, ...choicesOf(t.operator.moreStatus)];

export const modeChoices = [
  { value: "live", label: t.shell.live },
  { value: "test", label: t.shell.sandbox },
];
