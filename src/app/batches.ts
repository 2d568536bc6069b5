import { batch, inLanes } from "../kit/batch.ts";
import { lookUpInBatches } from "../kit/batched-look-up.ts";
import { isServerError, isUnreachable } from "../kit/db/errors.ts";
import type { Queue } from "../kit/queue.ts";
import type { Deps } from "../domain/deps.ts";
import { orderIdKey } from "../domain/installation/order-id-key.ts";
import { handOverDue, type WholeSms } from "../domain/messages/hand-over.ts";
import { receive } from "../domain/messages/join.ts";
import {
  noMessages,
  type IncomingSms,
  type Receipt,
  type OrderMessages,
} from "../domain/messages/message.ts";
import { receiveAll, type ReceiveDeps } from "../domain/messages/receive.ts";
import { showMessages } from "../domain/messages/show.ts";
import { lookUp, type LookUp } from "../domain/orders/look-up.ts";
import { orderIds } from "../domain/orders/order-ids.ts";
import type { OrderRules } from "../domain/orders/order.ts";
import { reserveAll, type Attempt, type Reserved } from "../domain/orders/reserve.ts";
import type { SourceByToken } from "../domain/sources/source.ts";
import { findSourcesByToken } from "../domain/sources/queries.ts";
import type { Metrics } from "../http/metrics/metrics.ts";

/** What many callers ask for at once, and one statement serves. */
export interface Batches extends LookUp {
  reserve: (attempt: Attempt) => Promise<Reserved>;
  receive: (sms: IncomingSms) => Promise<Receipt>;
  /** Hands over messages whose last part never came. */
  handOverDue: () => Promise<void>;
  findSource: (tokenHash: Buffer) => Promise<SourceByToken | null>;
  findMessages: (orderId: number) => Promise<OrderMessages>;
  queues: Queues;
}

/** The queue of each batch. */
export interface Queues {
  rents: Queue[];
  messages: Queue[];
  lookUps: Queue;
  sources: Queue;
  texts: Queue;
}

/** How many may share one statement at most: larger batches only make everybody wait. */
const maxSize = 200;
/** Batches of rents, and of messages, beside each other: the database works while we read and answer. */
const lanes = [1, 2];

// A batch that the database surely undid may be tried again one by one; one whose commit is in doubt may not.
const isHarmless = (error: unknown): boolean => isServerError(error) && !isUnreachable(error);
const writes = { maxSize, isHarmless };
const reads = { maxSize, concurrency: 2, isHarmless: () => true };
/** Every request looks its key up: such batches grow fast enough while one is under way, and large ones cost least. */
const oneAtATime = { ...reads, concurrency: 1 };

export interface BatchesOptions extends Deps, ReceiveDeps {
  rules: OrderRules;
  partsSeconds: number;
  metrics: Metrics;
}

export async function openBatches(options: BatchesOptions): Promise<Batches> {
  const { db, rules, metrics } = options;
  const ids = orderIds(await orderIdKey(db));
  const queues = openQueues(metrics);
  const receiveWhole = inLanes<WholeSms, Receipt>(
    queues.messages,
    ({ number }) => Number(number),
    (queue) => batch((batched) => receiveAll(options, batched), { ...writes, queue }),
  );
  const counted = async (receipt: Promise<Receipt>): Promise<Receipt> => {
    metrics.messages.inc({ receipt: await receipt });
    return receipt;
  };
  return {
    queues,
    ...lookUp(db, { ...oneAtATime, queue: queues.lookUps }),
    reserve: inLanes<Attempt, Reserved>(
      queues.rents,
      ({ request }) => request.walletId,
      (queue) =>
        batch(
          async (attempts) =>
            countedRents(metrics, await reserveAll({ ...options, rules, orderIds: ids }, attempts)),
          { ...writes, queue },
        ),
    ),
    receive: (sms) => counted(receive({ ...options, receiveWhole }, sms)),
    handOverDue: () => handOverDue({ ...options, receiveWhole: (sms) => counted(receiveWhole(sms)) }),
    findSource: lookUpInBatches(
      (hashes: Buffer[]) => findSourcesByToken(db, hashes),
      hex,
      (row) => hex(row.tokenHash),
      { ...reads, queue: queues.sources },
    ),
    findMessages: batch(
      async (ids) => {
        const shown = await showMessages(options, [...new Set(ids)]);
        return ids.map((id) => shown.get(id) ?? noMessages);
      },
      { ...reads, queue: queues.texts },
    ),
  };
}

const openQueues = (metrics: Metrics): Queues => ({
  rents: lanes.map((lane) => metrics.queue(`rents ${lane}`)),
  messages: lanes.map((lane) => metrics.queue(`messages ${lane}`)),
  lookUps: metrics.queue("keys and orders"),
  sources: metrics.queue("sources"),
  texts: metrics.queue("texts"),
});

function countedRents(metrics: Metrics, results: (Reserved | Error)[]): (Reserved | Error)[] {
  for (const result of results)
    if (!(result instanceof Error) && result.kind === "reserved")
      metrics.rented.inc({ supplier: result.order.supplier });
  return results;
}

const hex = (bytes: Buffer): string => bytes.toString("hex");
