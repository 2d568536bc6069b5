import { generic } from "./kinds/generic.ts";
import { signalwire } from "./kinds/signalwire.ts";
import { twilio } from "./kinds/twilio.ts";
import type { SourceKind } from "./source-kind.ts";

/** Every kind of source, by its name in URLs. */
export const sourceKinds: ReadonlyMap<string, SourceKind> = new Map([
  ["generic", generic],
  ["twilio", twilio],
  ["signalwire", signalwire],
]);
