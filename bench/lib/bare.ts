import { startChild, untilPrinted } from "./child.ts";
import { openConnection } from "./connection.ts";
import { askMemory, memoryProbe, type Memory } from "./memory.ts";

export interface Bare {
  port: number;
  memory(): Promise<Memory>;
  stop(): Promise<void>;
}

/** The yardstick for reads: a Fastify server with one route, as described in `bare-server.ts`. */
export async function startBare(environment: Record<string, string>): Promise<Bare> {
  const { child, stop } = startChild(new URL("bare-server.ts", import.meta.url), {
    env: environment,
    nodeOptions: memoryProbe,
  });
  const port = Number(await untilPrinted(child, /bare at http:\/\/[^\s:]+:(\d+)/));
  return { port, memory: () => askMemory(child), stop };
}

/**
 * A server that answers every request to a path as the server at `port` just answered this one: an object serialized
 * as JSON each time, or the same bytes.
 */
export async function bareAnswering(port: number, request: string, kind: "json" | "bytes"): Promise<Bare> {
  const connection = await openConnection(port);
  const { body } = await connection.ask(request);
  connection.close();
  const path = /^GET ([^ ?]+)/.exec(request)?.[1] ?? "";
  return startBare({ BARE_PATH: path, BARE_ANSWER: body, BARE_KIND: kind });
}
