import { request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { createAccount } from "../../../src/domain/accounts/create-account.ts";
import { systemClock } from "../../../src/kit/clock.ts";
import type { Fault, Tools } from "../fault.ts";
import type { World } from "../world.ts";

const api = "/account/api/v1";
/** As many as one account may send in ten minutes (SANDBOX_LIMIT), and more than an order takes (MAX_MESSAGES). */
const messages = 600;
const messageLength = 2_000;
const streams = 3;
/** As many as one account may request (RATE_LIMIT). */
const callsPerSecond = 100;
const lists = ["/orders?limit=200", "/user", "/services?country=US"];

/** The 99th percentile allowed to others: 100 ms, or what they wait anyway on this machine. */
const boundMilliseconds = 100;
const mostTimes = 3;

/** A customer whose data is as large as they can make it, and who requests all of it without a pause. */
interface Greedy {
  stop(): Promise<void>;
}

async function startGreedy(world: World): Promise<Greedy> {
  const { testKey } = await createAccount(
    { db: world.db, clock: systemClock },
    { username: `greedy${Date.now()}`, currency: "USD", lowBalanceMinor: 0, balanceMinor: 0, actor: "test" },
  );
  const order = await ask(world, "POST", "/rent", testKey, {
    action: "rent",
    service: "whatsapp",
    country: "US",
    provider: "global",
    duration: "generic",
  });
  const { number, order_id: orderId } = (order.body as { data: { number: string; order_id: string } }).data;
  const text = "x ".repeat(messageLength / 2);
  for (let sent = 0; sent < messages; sent += streams)
    await Promise.all(
      Array.from({ length: streams }, () =>
        ask(world, "POST", "/sandbox/sms", testKey, { to: number, from: "WhatsApp", text }),
      ),
    );
  const aborted = new AbortController();
  const { signal } = aborted;
  const forever = async (work: () => Promise<unknown>): Promise<void> => {
    while (!signal.aborted) await work().catch(() => {});
  };
  const paths = [...lists, `/sms?order_id=${orderId}`];
  let turn = 0;
  const working = [
    ...Array.from({ length: streams }, () => forever(() => readAllEvents(world, testKey, signal))),
    forever(async () => {
      void ask(world, "GET", paths[turn++ % paths.length] as string, testKey).catch(() => {});
      await sleep(1000 / callsPerSecond);
    }),
  ];
  return {
    async stop() {
      aborted.abort();
      await Promise.all(working);
    },
  };
}

/** The account's events from the first on, until nothing more comes for a moment; then the stream is closed. */
async function readAllEvents(world: World, key: string, signal: AbortSignal): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${portOf(world)}${api}/events?last_event_id=0`, {
    headers: { authorization: `Bearer ${key}` },
    signal,
  });
  const reader = response.body?.getReader();
  for (;;) {
    const read = await Promise.race([reader?.read(), sleep(200, undefined)]);
    if (read === undefined || read.done) break;
  }
  await reader?.cancel();
}

const portOf = ({ servers }: World): number => servers[Math.floor(Math.random() * servers.length)]?.port ?? 0;

interface Told {
  status: number;
  body: unknown;
  milliseconds: number;
}

function ask(world: World, method: string, path: string, key: string, body?: object): Promise<Told> {
  const since = performance.now();
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: "127.0.0.1",
        port: portOf(world),
        path: api + path,
        method,
        headers: { authorization: `Bearer ${key}`, ...(body && { "content-type": "application/json" }) },
      },
      (incoming) => {
        let text = "";
        incoming.setEncoding("utf8");
        incoming.on("data", (chunk: string) => (text += chunk));
        incoming.on("error", reject);
        incoming.on("end", () =>
          resolve({
            status: incoming.statusCode ?? 0,
            body: text.startsWith("{") ? JSON.parse(text) : text,
            milliseconds: performance.now() - since,
          }),
        );
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body && JSON.stringify(body));
  });
}

/**
 * The waiting times of a customer who reads their balance and polls, one request after the other; in milliseconds.
 */
async function waits(world: World, seconds: number): Promise<number[]> {
  const { record, accounts } = world;
  const taken: number[] = [];
  const [account] = accounts;
  for (const until = performance.now() + seconds * 1000; performance.now() < until; await sleep(5)) {
    const order = [...record.orders.values()].findLast((one) => one.account === account);
    for (const path of ["/user", ...(order ? [`/sms?order_id=${order.orderId}`] : [])]) {
      const { status, milliseconds } = await ask(world, "GET", path, account?.key ?? "");
      if (status !== 200)
        record.violations.push(`beside a greedy customer GET ${path} was answered ${status}`);
      taken.push(milliseconds);
    }
  }
  return taken;
}

function slowestOfHundred(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.99)] ?? 0;
}

async function play(world: World, { isFast }: Tools): Promise<string> {
  const seconds = isFast ? 4 : 10;
  const before = slowestOfHundred(await waits(world, seconds));
  const greedy = await startGreedy(world);
  const beside = slowestOfHundred(await waits(world, seconds));
  await greedy.stop();
  const after = slowestOfHundred(await waits(world, seconds));
  const usual = Math.max(before, after);
  const told = `99 of 100 answers to others took at most ${beside.toFixed(0)} ms beside the greedy customer, ${before.toFixed(0)} ms before and ${after.toFixed(0)} ms after`;
  if (beside > Math.max(boundMilliseconds, mostTimes * usual)) world.record.violations.push(told);
  return told;
}

export const greedy: Fault = {
  name: "greedy-customer",
  sentence:
    "one customer sends 600 long messages to one sandbox order, reads all events in three loops, and asks for lists as often as an account may; the others wait no longer than usual",
  rounds: 1,
  load: { live: 1, test: 0 },
  inject: play,
};
