/** A stretch of a message that has the shape of a code. */

/**
 * - `digits`: `1234` … · `grouped`: `123 456`, `123-456` · `prefixed`: the digits of `G-123456`, `LARK-551904`
 * - `pairs`: `12-34-56`, `12 34`: a date or two numbers unless a noun for codes is next to it
 * - `alphanumeric`: `QK5WR`, `AB1-CD2` · `letters`: `MKFSUC` · `spaced`: `k 4 t w 9 e`, `1 2 3 4`
 */
export type Kind = "digits" | "grouped" | "pairs" | "prefixed" | "alphanumeric" | "letters" | "spaced";

/** `folded.slice(start, end)` might be the code; `lead` is where its prefix (`G-`) starts, else `start`. */
export interface Candidate {
  kind: Kind;
  lead: number;
  start: number;
  end: number;
  /** Characters without separators, to recognize repeats. */
  plain: string;
}

/** Letters and digits without what separates them. */
export function bare(text: string): string {
  return text.replace(/[^a-z0-9]/g, "");
}
