import type { FastifyReply } from "fastify";
import type { Queryable } from "../kit/db.ts";
import { Refusal } from "../kit/errors.ts";
import { createConcurrencyLimit } from "../kit/concurrency-limit.ts";
import { createFairQueue, throughQueue } from "../kit/fair-queue.ts";

/** How many answers an account may have running at once, and the message for clients that want more. */
const kinds = {
  list: {
    most: 20,
    advice: "20 lists and exports of this account are already running; wait for one to end.",
  },
  stream: {
    most: 50,
    advice: "This account already has 50 event streams open; one stream reports on all its orders.",
  },
};

/**
 * The database for an answer as long as an account's data, until that answer ends: it uses a share of the
 * connections, in which accounts take turns. Refuses `rate_limited` if the account already has too many running.
 */
export type OpenLongAnswer = (reply: FastifyReply, accountId: number, kind: keyof typeof kinds) => Queryable;

/** Long answers use at most this share of the connections, so that rents, codes and polls always find a free one. */
const shareOfConnections = 4;

export function longAnswers(db: Queryable, connections: number): OpenLongAnswer {
  const queue = createFairQueue(Math.max(1, Math.floor(connections / shareOfConnections)));
  const limits = {
    list: createConcurrencyLimit(kinds.list.most),
    stream: createConcurrencyLimit(kinds.stream.most),
  };
  return (reply, accountId, kind) => {
    const leave = limits[kind].enter(String(accountId));
    if (!leave) throw new Refusal("rate_limited", kinds[kind].advice, { retryAfter: 5 });
    // The client may have disconnected while its key was looked up: then `close` was already emitted and will not
    // come again.
    if (reply.raw.closed) leave();
    else reply.raw.once("close", leave);
    return throughQueue(db, queue, String(accountId));
  };
}
