import { gatewayKind, type Gateway } from "./gateway-kind.ts";
import type { InboundRequest, Parsed, SourceKind } from "./source-kind.ts";

/** A carrier that issues no secret of its own. If it can be given one, the secret is made here. */
export interface Preset extends Pick<Gateway<object>, "describe" | "auths" | "steps"> {
  parse: (request: InboundRequest) => Parsed;
}

/** A kind of source without settings of its own (gateway-kind.ts). */
export const presetKind = ({ parse, ...preset }: Preset): SourceKind =>
  gatewayKind({ ...preset, own: { schema: {}, options: [] }, open: () => parse });
