import type { Area, RequestKind } from "../../http/areas.ts";

/** People have more time than programs, and the operator who looks for the cause of an overload is among them. */
export const dashboardCalls: RequestKind = { name: "dashboard", patience: 4, yieldsEarly: false };

export const dashboardArea: Area = {
  start: "/dashboard",
  isOpenToAll: false,
  isDataOnly: false,
  kindOf: () => dashboardCalls,
};
