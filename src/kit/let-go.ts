import type { Server } from "node:http";
import { Server as TcpServer } from "node:net";
import { setImmediate as turnOfEvents, setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

/** How a server stops without losing a request that was sent: no new connections first, then the end of those there are. */

const quietMilliseconds = 0.5;
const patienceMilliseconds = 1000;
const graceMilliseconds = 500;

/**
 * Takes no new connections; those there are go on. The system resets connections that were made and wait to be taken
 * at that moment: it comes after a turn of the event loop that took them all and had next to nothing else to do.
 */
export async function stopListening(server: Server): Promise<void> {
  const deadline = performance.now() + patienceMilliseconds;
  for (let began = performance.now(); ; began = performance.now()) {
    await turnOfEvents();
    const now = performance.now();
    if (now - began < quietMilliseconds || now > deadline) break;
  }
  TcpServer.prototype.close.call(server); // HTTP's own close would end idle connections at once.
}

/**
 * Waits until every connection has ended, for half a second at the most. One that seems idle may bring a request that
 * its client has just sent; where each answer is its connection's last, none is in use any more by then.
 */
export async function untilLetGo(server: Server): Promise<void> {
  const count = promisify(server.getConnections.bind(server));
  for (const deadline = performance.now() + graceMilliseconds; performance.now() < deadline; await sleep(20))
    if ((await count()) === 0) return;
}
