import { batch, inLanes } from "../../kit/batch.ts";
import { batchedWrites } from "../../kit/db/batched.ts";
import { canonicalNumber } from "../../kit/one-number.ts";
import type { OpenQueue } from "../../kit/queue.ts";
import type { Deps } from "../deps.ts";
import { keyOfId } from "./content.ts";
import { handOver, type HandOverDeps, type WholeSms } from "./hand-over.ts";
import { keepPart } from "./keep-part.ts";
import type { IncomingSms, Receipt } from "./message.ts";
import { receiveAll, type ReceiveAllDeps } from "./receive-all.ts";
import { plausible } from "./sent-time.ts";

export type Receiving = ReturnType<typeof openReceiving>;

/** Batches of messages side by side: the database works on one while the next one's texts are read. */
const lanes = [1, 2];

/**
 * Opens receiving: the messages that arrive together share a transaction. A number's messages are all in one lane,
 * because they would wait for each other's lock.
 */
export function openReceiving(
  deps: ReceiveAllDeps,
  { openQueue, onReceipt }: { openQueue: OpenQueue; onReceipt: (receipt: Receipt) => void },
) {
  const queues = lanes.map((lane) => openQueue(`messages ${lane}`));
  const receiveWhole = inLanes<WholeSms, Receipt>(
    queues,
    ({ number }) => Number(number),
    (queue) => batch((together) => receiveAll(deps, together), { ...batchedWrites, queue }),
  );
  return { queues, receiveWhole, onReceipt };
}

export type ReceiveDeps = HandOverDeps & Pick<Deps, "clock">;

/**
 * Receives a message, whole or in part. Parts wait for each other, in whatever order they come; once the last one is
 * here the whole is processed like every message. A code that one part contains completely is shown at once. Messages
 * that stay incomplete are handed over by a job (`handOverDue`).
 */
export async function receive(deps: ReceiveDeps, incoming: IncomingSms): Promise<Receipt> {
  const receipt = await take(deps, incoming);
  deps.receiving.onReceipt(receipt);
  return receipt;
}

async function take(deps: ReceiveDeps, { part, ...incoming }: IncomingSms): Promise<Receipt> {
  const sentAt = plausible(incoming.sentAt, deps.clock.now());
  const sms = { ...incoming, number: canonicalNumber(incoming.number), sentAt };
  if (!part || part.total < 2)
    return deps.receiving.receiveWhole({ ...sms, sourceKey: sms.sourceKey && keyOfId(sms.sourceKey) });
  const kept = await deps.db.transaction((tx) => keepPart(deps, tx, sms, part));
  if (kept === "duplicate") return kept;
  return (await handOver(deps, kept.id, { isEarly: !kept.isClosed })) ?? "duplicate";
}
