import type { Area, RequestKind } from "../../http/areas.ts";

/** Sources are refused last: everybody else is waiting for their messages. */
export const deliveries: RequestKind = { name: "inbound", patience: 20, yieldsEarly: false };

export const inboundArea: Area = {
  start: "/in",
  isOpenToAll: false,
  isDataOnly: false,
  kindOf: () => deliveries,
};
