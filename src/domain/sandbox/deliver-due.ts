import { receive, type ReceiveDeps } from "../messages/receive.ts";
import { openScheduled } from "./sealed-text.ts";
import { deleteScheduled, lockDue } from "./sql.ts";

const batchSize = 100;

export interface DeliverDeps extends ReceiveDeps {
  sandboxSourceId: number;
}

/**
 * Delivers the sandbox's messages that are due, through the same path as real ones. A message is deleted after it was
 * received; if that is interrupted it is delivered again, and its key shows that it is known.
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
