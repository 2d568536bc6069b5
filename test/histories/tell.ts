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
  /** By which the same histories are told again. */
  seed?: number;
  say: (line: string) => void;
}

/** Tells so many random histories, rounded up to whole rounds; throws what the first one that is wrong did, with the seed. */
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
      // A round that is made smaller is another one, as its histories share their time: the fault names its own.
      { numRuns: Math.ceil(runs / (own + supplied)), seed, endOnFailure: true },
    );
    if (errorInstance)
      throw new Error(`seed ${seed}, ${(errorInstance as Error).message}`, { cause: errorInstance });
  } finally {
    await world.close();
  }
  return tally;
}
