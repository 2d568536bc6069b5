import type { Server } from "node:http";
import { Server as TcpServer } from "node:net";
import { setImmediate as turnOfEvents, setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

/** How a server stops without losing a request that was sent: no new connections first, then the end of those there are. */

const quietMilliseconds = 0.5;
const patienceMilliseconds = 1000;
const graceMilliseconds = 500;
const longestGraceMilliseconds = 5000;

/** Takes no new connections; those there are go on. Those that wait to be taken at that moment would be reset. */
export async function stopListening(server: Server): Promise<void> {
  await allIsRead();
  TcpServer.prototype.close.call(server); // HTTP's own close would end idle connections at once.
}

/**
 * Ends the connections that are not in use. One that seems idle may bring a request that its client has just sent:
 * while requests still come, each gets an answer that is its connection's last, and only when none came for half a
 * second are those ended that are left.
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
 * Resolves right after a turn of the event loop that took and read all there was and had next to nothing else to do:
 * after a longer one more may wait by now.
 */
async function allIsRead(): Promise<void> {
  const deadline = performance.now() + patienceMilliseconds;
  for (let began = performance.now(); ; began = performance.now()) {
    await turnOfEvents();
    const now = performance.now();
    if (now - began < quietMilliseconds || now > deadline) return;
  }
}
