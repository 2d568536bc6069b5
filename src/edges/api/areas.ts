import type { Area, RequestKind } from "../../http/areas.ts";
import { pathOf } from "../../http/path.ts";
import { prefix } from "./api.ts";

export const apiCalls: RequestKind = { name: "api", patience: 1, yieldsEarly: true };
/** A rent may wait longer before it is refused than a poll, which is repeated a second later anyway. */
export const rentCalls: RequestKind = { name: "rent", patience: 2, yieldsEarly: true };

export const apiArea: Area = {
  start: prefix,
  isOpenToAll: true,
  isDataOnly: true,
  kindOf: ({ method, url = "" }) =>
    method === "POST" && pathOf(url) === `${prefix}/rent` ? rentCalls : apiCalls,
};

export const documentArea: Area = {
  start: "/openapi.json",
  isOpenToAll: true,
  isDataOnly: false,
  kindOf: () => null,
};
