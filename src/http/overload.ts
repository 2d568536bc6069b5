import type { IncomingMessage, ServerResponse } from "node:http";
import type { Refusal } from "../kit/errors.ts";
import { isOverdue, type Queue } from "../kit/queue.ts";
import { watchEventLoop } from "../kit/event-loop-lag.ts";
import type { FindArea, RequestKind } from "./areas.ts";
import { commonCodes, errorBody } from "./errors.ts";
import { countRequests } from "./request-ids.ts";

/** Answers a request that is not admitted, or lets it pass. */
export type TurnAway = (request: IncomingMessage, response: ServerResponse) => boolean;

export interface OverloadDeps {
  /** How long requests may queue before new ones are refused; 0: nothing is refused. */
  patienceMilliseconds: number;
  findArea: FindArea;
  /** The queues that requests of each kind wait in. */
  queues: ReadonlyMap<RequestKind, Queue[]>;
  onShed: (kind: RequestKind) => void;
}

/**
 * A rent makes a dozen statements, each of which waits for a turn of the event loop, so turns must be much shorter.
 */
const turnShare = 0.2;

/** Seconds until the next attempt, random so that requests refused together do not return together. */
const longestPauseSeconds = 3;

/** Not thrown, because creating a stack trace would cost more than everything else here. */
const overloaded = (retryAfter: number): Pick<Refusal, "code" | "message" | "details"> => ({
  code: "unavailable",
  message: "The server is overloaded; nothing was done. Try again after retry_after seconds.",
  details: { retryAfter },
});

/**
 * Refuses new requests while earlier ones wait too long, so that admitted requests are answered in time: customers
 * are refused first, then the dashboard, sources last; requests outside all edges are never refused (see each edge's
 * area). This runs before everything else, because a refusal must be much cheaper than an answer. Admitted requests
 * continue: long polls, event streams, running rents.
 */
export function refuseWhenOverloaded(deps: OverloadDeps): TurnAway {
  const { patienceMilliseconds, findArea, queues, onShed } = deps;
  if (patienceMilliseconds === 0) return () => false;
  const nextRequestId = countRequests();
  const eventLoop = watchEventLoop(patienceMilliseconds * turnShare);
  const isCrowded = (kind: RequestKind): boolean =>
    (queues.get(kind) ?? []).some((queue) => isOverdue(queue, patienceMilliseconds * kind.patience));
  return (request, response) => {
    const area = findArea(request.url ?? "");
    const kind = area?.kindOf(request);
    const isLagging = eventLoop.isLagging();
    if (!area || !kind || !((isLagging && kind.yieldsEarly) || isCrowded(kind))) return false;
    onShed(kind);
    refuse(response, nextRequestId(), area.isOpenToAll);
    return true;
  };
}

/** Pages from other origins may read the reason, as they may read every answer of the API. */
const openToAll = [
  "access-control-allow-origin",
  "*",
  "access-control-expose-headers",
  "X-Request-Id, Retry-After",
];
const always = [
  ["content-type", "application/json; charset=utf-8"],
  ["x-content-type-options", "nosniff"],
  ["cache-control", "no-store"],
].flat();

function refuse(response: ServerResponse, requestId: string, isOpenToAll: boolean): void {
  const retryAfter = 1 + Math.floor(Math.random() * longestPauseSeconds);
  const body = JSON.stringify(errorBody(overloaded(retryAfter), requestId));
  const own = ["content-length", String(Buffer.byteLength(body)), "retry-after", String(retryAfter)];
  const headers = [...always, ...own, "x-request-id", requestId, ...(isOpenToAll ? openToAll : [])];
  response.writeHead(commonCodes["unavailable"] ?? 503, headers).end(body);
}
