import { openConnection, type Connection } from "./connection.ts";
import type { Flood, Flooded } from "./load.ts";
import { percentile } from "./percentile.ts";

const tickMilliseconds = 2;

/**
 * Sends requests at a steady rate, whether or not earlier ones were answered, as a crowd of customers does: each on a
 * connection without a pending request. If none is left, the customer counts as kept out. Any answer other than 2xx
 * and 503 fails the run.
 */
export async function flood(job: Flood): Promise<Flooded> {
  const idle = await Promise.all(Array.from({ length: job.connections }, () => openConnection(job.port)));
  const all = [...idle];
  const served: number[] = [];
  const shed: number[] = [];
  let posts = 0;
  let keptOut = 0;
  let failure: Error | undefined;

  async function ask(connection: Connection): Promise<void> {
    const request = job.requests[Math.floor(Math.random() * job.requests.length)] ?? "";
    const sent = performance.now();
    const { status, body } = await connection.ask(request);
    const took = performance.now() - sent;
    if (status === 503) shed.push(took);
    else if (status >= 200 && status < 300) {
      served.push(took);
      if (request.startsWith("POST")) posts++;
    } else throw new Error(`answered ${status}: ${body}\n${request}`);
    idle.push(connection);
  }

  const cpu = process.cpuUsage();
  const began = performance.now();
  let due = 0;
  let begun = 0;
  const elapsed = (): number => (performance.now() - began) / 1000;
  while (elapsed() < job.seconds && !failure) {
    due = elapsed() * job.perSecond;
    for (; begun < due; begun++) {
      const connection = idle.pop();
      if (connection) ask(connection).catch((error: Error) => (failure = error));
      else keptOut++;
    }
    await new Promise((resolve) => setTimeout(resolve, tickMilliseconds));
  }
  const seconds = elapsed();
  const { user, system } = process.cpuUsage(cpu);
  const answered = { served: served.length, posts, shed: shed.length };
  for (const connection of all) connection.close();
  if (failure) throw failure;
  return {
    offeredPerSecond: begun / seconds,
    servedPerSecond: answered.served / seconds,
    postsPerSecond: answered.posts / seconds,
    shedPerSecond: answered.shed / seconds,
    keptOut,
    cores: (user + system) / 1e6 / seconds,
    p50Milliseconds: percentile(served, 0.5),
    p99Milliseconds: percentile(served, 0.99),
    shedP99Milliseconds: percentile(shed, 0.99),
  };
}
