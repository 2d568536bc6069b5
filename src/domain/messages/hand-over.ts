import { secondsAfter } from "../../kit/clock.ts";
import type { Deps } from "../deps.ts";
import type { IncomingSms, Receipt } from "./message.ts";
import type { Receiving } from "./receive.ts";
import { join, textOf, type Joined } from "./parts/joined.ts";
import { findGathered, type Gathered } from "./parts/queries.ts";
import { markHandedOver, takeDue } from "./parts/sql.ts";

/** A message as it is matched and stored: whole, or the parts that have arrived. */
export interface WholeSms extends Omit<IncomingSms, "part"> {
  joined?: Joined;
}

export interface HandOverDeps extends Pick<Deps, "db" | "sealer"> {
  receiving: Receiving;
  /** How long the parts of a message wait for each other. */
  partsSeconds: number;
}

/** How long a message that is being handed over is locked against others. */
export const leaseSeconds = 10;
const batchSize = 100;

/**
 * Hands over what has arrived of a long message. If it is handed over early, it is only shown if its code is certain,
 * and stays a message with missing parts; otherwise nothing more is expected. Null if nothing is left of it.
 */
export async function handOver(
  deps: HandOverDeps,
  id: number,
  { isEarly }: { isEarly: boolean },
): Promise<Receipt | null> {
  const [gathered] = await findGathered(deps.db, [id]);
  const whole = gathered && toWhole(deps, gathered, isEarly);
  if (!whole) return null;
  // Nothing is left of it if the encryption key was lost.
  const receipt = whole.joined?.count === 0 ? null : await deps.receiving.receiveWhole(whole);
  // Only once the message is stored: after a crash before this, the job hands it over again, which changes nothing.
  if (!isEarly) await markHandedOver(deps.db, [id]);
  return receipt;
}

function toWhole({ sealer, partsSeconds }: HandOverDeps, gathered: Gathered, isEarly: boolean): WholeSms {
  const { id, sourceId, number, sender, sentAt, timeHasZone } = gathered;
  const joined = join(sealer, gathered, { isEarly, partsSeconds });
  return {
    sourceId,
    sourceKey: `parts ${id}`,
    number,
    sender,
    text: textOf(joined),
    ...(sentAt && { sentAt, timeHasZone }),
    joined,
  };
}

/** Hands over the long messages whose last part never came, and those whose hand-over was interrupted. */
export async function handOverDue(deps: HandOverDeps & Pick<Deps, "clock" | "log">): Promise<void> {
  for (let taken = batchSize; taken === batchSize;) {
    const at = deps.clock.now();
    const ids = await takeDue(deps.db, at, secondsAfter(at, leaseSeconds), batchSize);
    taken = ids.length;
    const results = await Promise.allSettled(
      ids.map(async (id) => {
        const receipt = await handOver(deps, id, { isEarly: false });
        if (receipt !== null) deps.receiving.onReceipt(receipt);
      }),
    );
    const failed = results.find((result) => result.status === "rejected");
    if (failed) throw failed.reason; // It stays due; the others are still handed over.
  }
}
