import { receive, type ReceiveDeps } from "../messages/receive.ts";
import { openScheduled } from "./sealed-text.ts";
import { deleteScheduled, lockDue } from "./sql.ts";

const batchSize = 100;

export interface DeliverDeps extends ReceiveDeps {
  sandboxSourceId: number;
}

/**
 * Hands in the sandbox's messages whose time has come, by the way that real ones take. A message is forgotten after
 * it was received; cut off in between it comes again, and its key tells that it is known.
 */
export async function deliverDue(deps: DeliverDeps): Promise<void> {
  const { db, clock, sealer, sandboxSourceId: sourceId } = deps;
  await db.transaction(async (tx) => {
    const due = await lockDue(tx, clock.now(), batchSize);
    if (due.length === 0) return;
    await Promise.all(
      due.flatMap((message) => {
        const { id, number, sender } = message;
        if (number === null) return [];
        return [
          receive(deps, {
            sourceId,
            sourceKey: String(id),
            number,
            sender,
            text: openScheduled(sealer, message),
            isOurs: true,
          }),
        ];
      }),
    );
    await deleteScheduled(
      tx,
      due.map((message) => message.id),
    );
  });
}
