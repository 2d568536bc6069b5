import { secondsAfter } from "../../kit/clock.ts";
import type { Deps } from "../deps.ts";
import type { SendLetter } from "./letter.ts";
import { openLetter } from "./sealed-letter.ts";
import { markFailed, markSent, takeDueLetters } from "./sql.ts";

const batchSize = 20;
/** No other process tries a letter while this one does. */
const holdSeconds = 120;
const longestError = 300;

/** Sends what is due in the outbox; a failed letter is retried with growing delays for about a day. */
export async function sendDue({ db, clock, log, sealer }: Deps, send: SendLetter): Promise<void> {
  const at = clock.now();
  for (const letter of await takeDueLetters(db, at, secondsAfter(at, holdSeconds), batchSize)) {
    const { id, recipient, subject, tries } = letter;
    try {
      await send({ to: recipient, subject, text: openLetter(sealer, letter) });
      await markSent(db, id, clock.now());
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      log.warn({ err: error, letter: id, tries }, "a letter could not be sent; it is tried again");
      const nextAt = secondsAfter(clock.now(), Math.min(3600, 15 * 2 ** Math.min(tries, 8)));
      await markFailed(db, id, message.slice(0, longestError), nextAt);
    }
  }
}
