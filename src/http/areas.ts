import type { IncomingMessage } from "node:http";

/** The kind of a request, which decides when it is refused during overload. */
export interface RequestKind {
  name: string;
  /** How many times OVERLOAD_MILLISECONDS requests of this kind may queue before new ones are refused. */
  patience: number;
  /** Whether they are refused as soon as turns of the event loop are long, without waiting for a queue to grow. */
  yieldsEarly: boolean;
}

/** The addresses of one edge. */
export interface Area {
  /** Their prefix, such as `/in`. */
  start: string;
  /** Whether pages from any origin may read the answers. */
  isOpenToAll: boolean;
  /** Whether the answers are data for programs and never cached: they need fewer headers than pages do. */
  isDataOnly: boolean;
  /** Null for requests that are never refused. */
  kindOf: (request: IncomingMessage) => RequestKind | null;
}

/** The area that an address is in, as `plainUrl` (path.ts) writes it; null if it belongs to no edge. */
export type FindArea = (url: string) => Area | null;

export const areasOf =
  (areas: Area[]): FindArea =>
  (url) => {
    for (const area of areas) {
      const next = url[area.start.length];
      if (url.startsWith(area.start) && (next === undefined || next === "/" || next === "?")) return area;
    }
    return null;
  };
