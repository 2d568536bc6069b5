import type { Deps } from "../../../domain/deps.ts";
import type { IncomingSms, Receipt } from "../../../domain/messages/message.ts";
import { openScheduled } from "./sealed-text.ts";
import { deleteScheduled, lockDue } from "./sql.ts";

const batchSize = 100;

export interface DeliverDeps extends Pick<Deps, "db" | "clock" | "sealer"> {
  sourceId: number;
  receive: (sms: IncomingSms) => Promise<Receipt>;
}

/**
 * Hands in the sandbox's messages whose time has come, by the way that real ones take. A message is forgotten after
 * it was received; cut off in between it comes again, and its key tells that it is known.
 */
export async function deliverDue({ db, clock, sealer, sourceId, receive }: DeliverDeps): Promise<void> {
  await db.transaction(async (tx) => {
    const due = await lockDue(tx, clock.now(), batchSize);
    if (due.length === 0) return;
    await Promise.all(
      due.flatMap((message) => {
        const { id, number, sender } = message;
        if (number === null) return [];
        return [
          receive({
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
