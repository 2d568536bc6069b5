import type { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { open } from "./connection.ts";
import type { Hold } from "./load.ts";

/** As many as the backlog of a listening socket certainly holds. */
const atOnce = 100;
/** Resolves when the last of them has arrived and waits. */
const settleMilliseconds = 3000;

interface Held {
  socket: Socket;
  answered: boolean;
  closed: boolean;
}

let held: Held[] = [];
let mayBeAnswered = false;

/** Opens a connection for each request and leaves it open. */
export async function hold({ port, requests, answers }: Hold): Promise<void> {
  mayBeAnswered = answers;
  for (let place = 0; place < requests.length; place += atOnce)
    held.push(
      ...(await Promise.all(requests.slice(place, place + atOnce).map((request) => send(port, request)))),
    );
  await sleep(settleMilliseconds);
  while (answers && held.some(({ answered, closed }) => !answered && !closed)) await sleep(100);
  refuseLost();
}

/** Closes all of them. */
export async function release(): Promise<void> {
  refuseLost();
  for (const { socket } of held) socket.removeAllListeners("close").resetAndDestroy();
  held = [];
}

async function send(port: number, request: string): Promise<Held> {
  const entry = { answered: false, closed: false } as Held;
  entry.socket = await open(port, () => void (entry.answered = true));
  entry.socket.on("close", () => void (entry.closed = true)).on("error", () => {});
  entry.socket.write(request, "latin1");
  return entry;
}

/** With fewer of them than stated, the figure would mean something else. */
function refuseLost(): void {
  const lost = held.filter(({ answered, closed }) => closed || (answered && !mayBeAnswered)).length;
  if (lost > 0)
    throw new Error(`${lost} of ${held.length} connections were answered or closed while they waited`);
}
