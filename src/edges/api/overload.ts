import type { IncomingMessage, ServerResponse } from "node:http";
import type { Refusal } from "../../kit/errors.ts";
import { isOverdue, type Queue } from "../../kit/queue.ts";
import { watchTurns } from "../../kit/turns.ts";
import { errorBody, statusOf } from "./errors.ts";
import { prefix } from "./api.ts";
import { areaOf, pathOf } from "./path.ts";
import { countRequests } from "./request-ids.ts";

/** What a request is to who decides whether it may come in. */
export const kinds = ["rent", "api", "dashboard", "inbound"] as const;
export type Kind = (typeof kinds)[number];

/** Answers a request that is not let in, or says that it is. */
export type TurnAway = (request: IncomingMessage, response: ServerResponse) => boolean;

export interface OverloadDeps {
  /** For how long requests may wait for each other before new ones are refused; 0: nothing is refused. */
  patienceMilliseconds: number;
  /** What requests of a kind wait for on their way. */
  queues: Record<Kind, Queue[]>;
  onShed: (kind: Kind) => void;
}

/**
 * Customers are refused first. People at the dashboard, the operator who looks for the cause among them, have more
 * time, and sources most, for their messages are what everybody waits for; what is not named is never refused.
 */
const patienceTimes: Record<Kind, number> = { api: 1, rent: 2, dashboard: 4, inbound: 20 };

/** A rent makes a dozen statements, each of which waits for a turn of the event loop: turns must be much shorter. */
const turnShare = 0.2;

/** Seconds after which to come again, drawn by lot so that those who were refused together do not return together. */
const longestPauseSeconds = 3;

/** Not thrown, so it needs no stack, which would cost more than all the rest. */
const overloaded = (retryAfter: number): Pick<Refusal, "code" | "message" | "details"> => ({
  code: "unavailable",
  message:
    "The server has more to do than it can at the moment; nothing was done. Try again after retry_after.",
  details: { retryAfter },
});

/**
 * Refuses new requests while those before them wait too long, so that what is let in is answered in time. It stands
 * before everything else, for a refusal must cost a small part of what serving costs. What is in already goes on:
 * long polls that wait, event streams, running rents.
 */
export function refuseWhenOverloaded(deps: OverloadDeps): TurnAway {
  const { patienceMilliseconds, queues, onShed } = deps;
  if (patienceMilliseconds === 0) return () => false;
  const nextRequestId = countRequests();
  const turns = watchTurns(patienceMilliseconds * turnShare);
  const isCrowded = (kind: Kind): boolean =>
    queues[kind].some((queue) => isOverdue(queue, patienceMilliseconds * patienceTimes[kind]));
  return (request, response) => {
    const kind = kindOf(request);
    const isLong = turns.areLong();
    const isCustomers = kind === "api" || kind === "rent";
    if (!kind || !((isLong && isCustomers) || isCrowded(kind))) return false;
    onShed(kind);
    refuse(response, nextRequestId(), kind);
    return true;
  };
}

function kindOf({ url = "", method }: IncomingMessage): Kind | null {
  const area = areaOf(url);
  if (area === "api") return method === "POST" && pathOf(url) === `${prefix}/rent` ? "rent" : "api";
  return area === "other" ? null : area;
}

/** Pages of other origins may read why, as they may read every answer of the API. */
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

function refuse(response: ServerResponse, requestId: string, kind: Kind): void {
  const retryAfter = 1 + Math.floor(Math.random() * longestPauseSeconds);
  const body = JSON.stringify(errorBody(overloaded(retryAfter), requestId));
  const own = ["content-length", String(Buffer.byteLength(body)), "retry-after", String(retryAfter)];
  const headers = [
    ...always,
    ...own,
    "x-request-id",
    requestId,
    ...(kind === "api" || kind === "rent" ? openToAll : []),
  ];
  response.writeHead(statusOf["unavailable"] ?? 503, headers).end(body);
}
