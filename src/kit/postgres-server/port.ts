import { once } from "node:events";
import { createServer } from "node:net";

/** The requested port of 127.0.0.1 if it is free, else any. */
export const freePort = (wanted: number): Promise<number> =>
  probe(wanted).catch((error: unknown) => {
    if (wanted === 0) throw error;
    return probe(0);
  });

async function probe(wanted: number): Promise<number> {
  const server = createServer().listen(wanted, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}
