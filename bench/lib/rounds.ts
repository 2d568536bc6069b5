import type { Bench } from "./bench.ts";
import type { Driven } from "./load.ts";
import type { Round } from "./table.ts";

/** One of the two sides that are compared. */
export interface Side {
  name: string;
  /** Prepares a round; what it returns is measured. */
  ready: () => Promise<() => Promise<Driven>>;
}

/**
 * Measures both alternately, once to warm up and then for a number of rounds; the order changes from round to round.
 */
export async function compare(bench: Bench, ours: Side, yardstick: Side): Promise<Round[]> {
  const measure = async ({ ready }: Side): Promise<Driven> => {
    const run = await ready();
    await bench.postgres.checkpoint();
    return run();
  };
  for (const side of [yardstick, ours]) await measure(side);
  const rounds: Round[] = [];
  for (let round = 1; round <= bench.rounds; round++) {
    const sides = round % 2 === 1 ? [yardstick, ours] : [ours, yardstick];
    const driven = new Map<Side, Driven>();
    for (const side of sides) driven.set(side, await measure(side));
    const shown = [yardstick, ours].map((side) => `${side.name} ${show(driven.get(side) as Driven)}`);
    bench.say(`  ${round}: ${shown.join(", ")}`);
    const perSecond = (side: Side): number => (driven.get(side) as Driven).perSecond;
    rounds.push({ ours: perSecond(ours), yardstick: perSecond(yardstick) });
  }
  return rounds;
}

const show = ({ perSecond, p99Milliseconds }: Driven): string =>
  `${perSecond.toFixed(0)}/s (p99 ${p99Milliseconds.toFixed(1)} ms)`;
