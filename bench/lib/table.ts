/** The median, and the spread around it. */
export interface Spread {
  median: number;
  least: number;
  most: number;
}

export function spread(values: number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const median = ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
  return { median, least: sorted[0] ?? NaN, most: sorted.at(-1) ?? NaN };
}

/** One line of the result. */
export interface Row {
  what: string;
  /** The measured values, in their own unit, for those who want to see what the ratio is made of. */
  measured: string;
  /** One per round. */
  values: number[];
  digits: number;
  target?: { kind: "at least" | "less than"; value: number };
}

/** The two values that one round's ratio is made of. */
export interface Round {
  ours: number;
  yardstick: number;
}

/** A line for ours ÷ yardstick, one ratio per round. */
export function ratioRow(what: string, rounds: Round[], yardstick: string, target: number): Row {
  const ours = spread(rounds.map((round) => round.ours));
  const theirs = spread(rounds.map((round) => round.yardstick));
  return {
    what,
    measured: `${ours.median.toFixed(0)}/s ÷ ${yardstick} ${theirs.median.toFixed(0)}/s`,
    values: rounds.map((round) => round.ours / round.yardstick),
    digits: 2,
    target: { kind: "at least", value: target },
  };
}

export const heads = ["figure", "median", "min – max", "rounds", "target", "reached", "made of"];

export function printTable(rows: Row[]): void {
  const lines = [heads, ...rows.map(cells)];
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  console.log("");
  for (const line of lines)
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    );
}

export function cells({ what, measured, values, digits, target }: Row): string[] {
  const { median, least, most } = spread(values);
  const sign = target?.kind === "at least" ? "≥" : "<";
  const reached = target?.kind === "at least" ? median >= target.value : median < (target?.value ?? Infinity);
  return [
    what,
    median.toFixed(digits),
    `${least.toFixed(digits)} – ${most.toFixed(digits)}`,
    String(values.length),
    target ? `${sign} ${target.value}` : "",
    target ? (reached ? "yes" : "NO") : "",
    measured,
  ];
}
