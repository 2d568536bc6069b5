import type { Area, RequestKind } from "../../http/areas.ts";

/** People wait longer than programs, and one of them is the operator looking for the cause of an overload. */
export const dashboardCalls: RequestKind = { name: "dashboard", patience: 4, yieldsEarly: false };

export const dashboardArea: Area = {
  start: "/dashboard",
  isOpenToAll: false,
  isDataOnly: false,
  kindOf: () => dashboardCalls,
};
