import fc from "fast-check";
import { noTally, play, type Tally } from "./round.ts";
import { roundOf } from "./story.ts";
import { checkTexts } from "./texts.ts";
import { openWorld } from "./world.ts";

/** Histories in a round: on our own numbers, and on those of suppliers. */
const own = 176;
const supplied = 24;

export interface TellOptions {
  runs: number;
  /** The seed that reproduces the same histories. */
  seed?: number;
  say: (line: string) => void;
}

/**
 * Runs this many random histories, rounded up to whole rounds; throws what the first wrong one did, with the seed.
 */
export async function tellHistories(
  connectionString: string,
  { runs, seed = Date.now() % 2 ** 31, say }: TellOptions,
): Promise<Tally> {
  checkTexts();
  say(`seed ${seed}`);
  const world = await openWorld(connectionString, own, supplied);
  const tally = noTally();
  try {
    const { errorInstance } = await fc.check(
      fc.asyncProperty(roundOf(own, supplied), async (round) => {
        await play(world, round, tally);
        if (tally.histories % 5_000 === 0) say(`${tally.histories} histories`);
      }),
      // A smaller round would be a different one, because its histories share their time; instead the fault names its
      // own history.
      { numRuns: Math.ceil(runs / (own + supplied)), seed, endOnFailure: true },
    );
    if (errorInstance)
      throw new Error(`seed ${seed}, ${(errorInstance as Error).message}`, { cause: errorInstance });
  } finally {
    await world.close();
  }
  return tally;
}
