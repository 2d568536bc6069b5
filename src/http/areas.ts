import type { IncomingMessage } from "node:http";

/** What a request is to whoever decides which are refused while the server is overloaded. */
export interface RequestKind {
  name: string;
  /** Times OVERLOAD_MILLISECONDS that requests of this kind may wait for each other before new ones are refused. */
  patience: number;
  /** Whether they are refused as soon as turns of the event loop are long, without waiting for a queue to grow. */
  yieldsEarly: boolean;
}

/** The addresses of one edge. */
export interface Area {
  /** What they begin with: `/in`. */
  start: string;
  /** Whether pages of any origin may read the answers. */
  isOpenToAll: boolean;
  /** Whether the answers are data for programs and never kept: they need fewer headers than what browsers show. */
  isDataOnly: boolean;
  /** Null for what is never refused. */
  kindOf: (request: IncomingMessage) => RequestKind | null;
}

/** The area that an address is in, as `plainUrl` (path.ts) writes it; null for what belongs to no edge. */
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
