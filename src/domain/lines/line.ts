/**
 * What numbers are heard through: a source as a whole, or one of its devices, ports or SIMs. `unheard`: never heard so
 * far. `silent`: for longer than usual, which may be chance. Numbers are not sold while their lines are `down`.
 */
export type LineState = "up" | "silent" | "down" | "unheard";

/** Longer names of lines are cut. */
export const longestName = 100;

export interface Line {
  id: number;
  sourceId: number;
  sourceName: string;
  /** The source's own name for it; empty: the source as a whole. */
  name: string;
  /** The last message or sign of life. */
  heardAt: Date | null;
  downSince: Date | null;
  downReason: string | null;
  /** The longest that it is usually silent; null while that is not known. */
  usualGapSeconds: number | null;
  /** Numbers that are heard through it now. */
  numbers: number;
  /** Messages of the last hour and of the last day. */
  messagesHour: number;
  messagesDay: number;
  /** Of the last day's messages with a time of the network: how long they took from it to us. */
  lagSeconds: number | null;
  longestLagSeconds: number | null;
}

/** Silence counts from half as long again as the longest usual one. */
const patience = 1.5;

export function stateOf(line: Pick<Line, "heardAt" | "downSince" | "usualGapSeconds">, at: Date): LineState {
  if (line.downSince) return "down";
  if (!line.heardAt) return "unheard";
  const { usualGapSeconds: usual } = line;
  return usual !== null && at.getTime() - line.heardAt.getTime() > usual * patience * 1000 ? "silent" : "up";
}
