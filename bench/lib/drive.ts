import { setTimeout as sleep } from "node:timers/promises";
import { openConnection, type Connection } from "./connection.ts";
import type { Drive, Driven } from "./load.ts";
import { percentile } from "./percentile.ts";

/** The wait after a refusal; shorter than what customers are told, because the whole run is short. */
const pauseMilliseconds = 50;

/**
 * Sends the job's requests; any answer other than 2xx fails the run, because a figure that includes errors means
 * nothing.
 */
export async function drive({
  ports,
  connections,
  requests,
  order,
  seconds,
  refusals = "fail",
}: Drive): Promise<Driven> {
  const open = await Promise.all(
    Array.from({ length: connections }, (_, place) => openConnection(ports[place % ports.length] as number)),
  );
  const latencies: number[] = [];
  let posts = 0;
  const began = performance.now();
  const deadline = began + seconds * 1000;
  let used = 0;
  let ended = began;

  const again: string[] = [];
  const next = (): string | undefined =>
    again.pop() ??
    (order === "once" ? requests[used++] : requests[Math.floor(Math.random() * requests.length)]);
  const run = async (connection: Connection): Promise<void> => {
    for (let sent = performance.now(); sent < deadline; sent = ended) {
      const request = next();
      if (request === undefined) return;
      const { status, body } = await connection.ask(request);
      ended = performance.now();
      if (status === 503 && refusals === "repeat") {
        again.push(request);
        await sleep(pauseMilliseconds);
        ended = performance.now();
        continue;
      }
      if (status < 200 || status > 299) throw new Error(`answered ${status}: ${body}\n${request}`);
      latencies.push(ended - sent);
      if (request.startsWith("POST")) posts++;
    }
  };

  try {
    await Promise.all(open.map(run));
  } finally {
    for (const connection of open) connection.close();
  }
  const took = (ended - began) / 1000;
  return {
    answers: latencies.length,
    posts,
    seconds: took,
    perSecond: latencies.length / took,
    p50Milliseconds: percentile(latencies, 0.5),
    p99Milliseconds: percentile(latencies, 0.99),
  };
}
