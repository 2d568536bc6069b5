import type { Server } from "node:http";
import { Server as TcpServer } from "node:net";
import { setImmediate as turnOfEvents, setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

/**
 * How a server stops without losing a request that was sent: first no new connections, then the existing ones end.
 */

const quietMilliseconds = 0.5;
const patienceMilliseconds = 1000;
const graceMilliseconds = 500;
const longestGraceMilliseconds = 5000;

/**
 * Stops accepting connections; existing ones continue. Connections still waiting to be accepted at that moment would
 * be reset, so this waits until there are none.
 */
export async function stopListening(server: Server): Promise<void> {
  await allIsRead();
  TcpServer.prototype.close.call(server); // HTTP's own close would end idle connections immediately.
}

/**
 * Ends idle connections. One that seems idle may carry a request that its client has just sent: while requests still
 * arrive, each gets an answer that closes its connection, and only if none came for half a second are the remaining
 * ones ended.
 */
export async function endIdleConnections(server: Server): Promise<void> {
  const count = promisify(server.getConnections.bind(server));
  const deadline = performance.now() + longestGraceMilliseconds;
  let quietSince = performance.now();
  const note = (): void => void (quietSince = performance.now());
  server.on("request", note);
  while ((await count()) > 0) {
    const now = performance.now();
    if (now - quietSince > graceMilliseconds || now > deadline) break;
    await sleep(20);
  }
  server.off("request", note);
  await allIsRead();
  server.closeIdleConnections();
}

/**
 * Resolves right after a turn of the event loop that read everything available and did almost nothing else: after a
 * longer turn, more may already be waiting.
 */
async function allIsRead(): Promise<void> {
  const deadline = performance.now() + patienceMilliseconds;
  for (let began = performance.now(); ; began = performance.now()) {
    await turnOfEvents();
    const now = performance.now();
    if (now - began < quietMilliseconds || now > deadline) return;
  }
}
