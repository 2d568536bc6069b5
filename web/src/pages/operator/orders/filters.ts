import { t } from "../../../texts/t.ts";

/** What a list of orders can be narrowed by; they stand in the page's address. */
export const orderFilters = [
  "q",
  "status",
  "mode",
  "account",
  "service",
  "country",
  "pool",
  "supplier",
  "from",
  "to",
] as const;

export const statusChoices = [
  { value: "RECEIVED,FINISHED", label: t.operator.withCode },
  { value: "CANCELLED,EXPIRED", label: t.operator.withoutCode },
  ...["PENDING", "RECEIVED", "FINISHED", "CANCELLED", "EXPIRED", "PLACING", "FAILED"].map((value) => ({
    value,
    label: t.status[value] ?? t.operator.moreStatus[value] ?? value,
  })),
];

export const modeChoices = [
  { value: "live", label: t.shell.live },
  { value: "test", label: t.shell.sandbox },
];
