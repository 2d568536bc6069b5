import type { SourceKinds } from "../../domain/sources/kind.ts";
import { sourceKinds } from "./kinds.ts";
import { gammuTables } from "./kinds/gammu-tables.ts";
import { smpp } from "./kinds/smpp.ts";

/** Every kind of source that an operator can make: those that call us, and the links that we open. */
export const offeredKinds: SourceKinds = new Map([
  ...sourceKinds,
  ["smpp", smpp],
  ["gammu-tables", gammuTables],
]);
