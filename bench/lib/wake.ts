import { setTimeout as sleep } from "node:timers/promises";
import { openConnection, type Connection } from "./connection.ts";
import type { Wake, Woken } from "./load.ts";

/** Connections that messages are sent over; more are opened if all of them wait for an answer. */
const sourceConnections = 32;
/** Resolves when every long poll has arrived and waits. */
const settleMilliseconds = 2000;

/** When each step of one order happened, by this process' clock. */
interface Times {
  sent: number;
  accepted: number;
  answered: number;
}

/**
 * Keeps `waiters` long polls waiting; each that is answered moves on to the next order. Messages are sent on
 * schedule, whatever happens to earlier ones, so a slow server cannot slow down its own load.
 */
export async function wake({
  port,
  waiters,
  messagesPerSecond,
  seconds,
  orders,
  bare,
}: Wake): Promise<Woken> {
  const polls = await Promise.all(Array.from({ length: waiters }, () => openConnection(port)));
  const sources = await Promise.all(Array.from({ length: sourceConnections }, () => openConnection(port)));
  const roundTrips = await openConnection(bare.port);
  const bareMilliseconds: number[] = [];
  const messages = messagesPerSecond * seconds;
  const times = Array.from({ length: messages }, (): Times => ({ sent: NaN, accepted: NaN, answered: NaN }));
  const allAnswered = Promise.withResolvers<void>();
  let taken = 0;
  let left = messages;

  const wait = async (poll: Connection): Promise<void> => {
    for (let place = taken++; place < orders.length; place = taken++) {
      const { status, body } = await poll.ask(orders[place]?.poll ?? "");
      if (status !== 200 || !body.includes('"RECEIVED"'))
        throw new Error(`a waiter was answered ${status}: ${body}`);
      (times[place] as Times).answered = performance.now();
      if (--left === 0) allAnswered.resolve();
    }
  };
  const idle = [...sources];
  const send = async (place: number): Promise<void> => {
    const source = idle.pop() ?? (await openConnection(port));
    if (!sources.includes(source)) sources.push(source);
    const time = times[place] as Times;
    time.sent = performance.now();
    const { status, body } = await source.ask(orders[place]?.message ?? "");
    time.accepted = performance.now();
    idle.push(source);
    if (status < 200 || status > 299) throw new Error(`a message was answered ${status}: ${body}`);
  };
  const sendAll = async (): Promise<void> => {
    await sleep(settleMilliseconds);
    const began = performance.now();
    const sending: Promise<void>[] = [];
    for (let place = 0; place < messages; place++) {
      await sleep(Math.max(0, began + (place * 1000) / messagesPerSecond - performance.now()));
      sending.push(send(place));
    }
    await Promise.all(sending);
  };

  const measureBare = async (): Promise<void> => {
    await sleep(settleMilliseconds);
    const deadline = performance.now() + seconds * 1000;
    for (let sent = performance.now(); sent < deadline; sent = performance.now()) {
      await roundTrips.ask(bare.request);
      const ended = performance.now();
      bareMilliseconds.push(ended - sent);
      await sleep(1000 / bare.perSecond);
    }
  };

  // Polls whose order gets no message are cut off at the end, when nobody listens for their errors any more.
  for (const poll of polls) wait(poll).catch(allAnswered.reject);
  try {
    await Promise.all([sendAll(), measureBare(), allAnswered.promise]);
  } finally {
    for (const connection of [...polls, ...sources, roundTrips]) connection.close();
  }
  return {
    fromAccepted: times.map((time) => Math.max(0, time.answered - time.accepted)),
    fromSent: times.map((time) => time.answered - time.sent),
    bare: bareMilliseconds,
  };
}
