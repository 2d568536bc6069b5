import { apiArea, apiCalls, documentArea, rentCalls } from "../edges/api/areas.ts";
import { dashboardArea, dashboardCalls } from "../edges/dashboard/area.ts";
import { deliveries, inboundArea } from "../edges/inbound/area.ts";
import type { RequestKind } from "../http/areas.ts";
import type { Queue } from "../kit/queue.ts";

/** The addresses of all edges. */
export const areas = [apiArea, documentArea, dashboardArea, inboundArea];

/** The kinds of requests that may be refused during overload. */
export const requestKinds = [rentCalls, apiCalls, dashboardCalls, deliveries];

/** The batches of the domain in which requests can queue. */
export interface Queues {
  rents: Queue[];
  messages: Queue[];
  lookUps: Queue;
  sources: Queue;
  nonces: Queue;
  texts: Queue;
  limits: Queue;
}

/** The queues that requests of a kind wait in while they are served. */
export const queuesByKind = ({ lookUps, rents, texts, sources, nonces, messages, limits }: Queues) =>
  new Map<RequestKind, Queue[]>([
    [rentCalls, [lookUps, limits, ...rents]],
    [apiCalls, [lookUps, limits, texts]],
    [dashboardCalls, [lookUps, ...rents]],
    [deliveries, [sources, nonces, ...messages]],
  ]);
