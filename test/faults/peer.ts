import { createServer, type ServerResponse } from "node:http";
import { json } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import type { Acquired } from "../../src/domain/suppliers/supplier.ts";

/** How long a supplier is waited for in these worlds. */
export const supplierSeconds = 1;

/** An upstream supplier that answers late, twice, wrongly, or never. It remembers what it did, and charges for it. */
export interface Peer {
  url: string;
  /** By order: the number that it gave, or took without being able to report it, and that was not returned. */
  held: Map<number, Acquired>;
  /** How often it did what. */
  deeds: Map<string, number>;
  close(): Promise<void>;
}

interface Asked {
  orderId: number;
  ref?: string;
}
/** Answers with a body, a bad status, or not at all. */
type Deed = (asked: Asked, answer: (body: unknown, status?: number) => void) => Promise<void> | void;

export async function startPeer(): Promise<Peer> {
  const held = new Map<number, Acquired>();
  const deeds = new Map<string, number>();
  let numbers = 13_000_000_000;

  function take(orderId: number): Acquired {
    const acquired = held.get(orderId) ?? { number: String(++numbers), ref: `peer-${orderId}` };
    held.set(orderId, acquired);
    return acquired;
  }
  const somebodyElses = (orderId: number): Acquired => {
    const others = [...held].slice(-30).filter(([id]) => id !== orderId);
    return others[Math.floor(Math.random() * others.length)]?.[1] ?? take(orderId);
  };
  const wrong = (orderId: number): unknown => {
    const { number, ref } = take(orderId);
    const answers = [
      { number: "none", ref },
      { number: `44${number}`, ref },
      { number, ref: "" },
      { number, ref, expiresAt: "2001-01-01T00:00:00Z" },
      { ref },
      "no object",
    ];
    return answers[Math.floor(Math.random() * answers.length)];
  };

  const broken: [number, string, Deed][] = [
    [1, "failed", (_asked, answer) => answer({}, 500)],
    [1, "never", () => {}],
    [1, "late", (_asked, answer) => sleep((supplierSeconds + 1) * 1000).then(() => answer({}))],
  ];
  const acquire: [number, string, Deed][] = [
    [45, "at once", ({ orderId }, answer) => answer(take(orderId))],
    [
      10,
      "slowly",
      async ({ orderId }, answer) => {
        await sleep(Math.random() * 1000);
        answer(take(orderId));
      },
    ],
    [
      8,
      "late",
      async ({ orderId }, answer) => {
        await sleep((supplierSeconds + Math.random() * 2) * 1000);
        answer(take(orderId));
      },
    ],
    [4, "never, with a number taken", ({ orderId }) => void take(orderId)],
    [4, "never", () => {}],
    [
      6,
      "another's number",
      ({ orderId }, answer) => {
        const { ref } = take(orderId);
        const { number } = somebodyElses(orderId);
        held.set(orderId, { number, ref });
        answer({ number, ref });
      },
    ],
    [4, "another's answer", ({ orderId }, answer) => answer(somebodyElses(orderId))],
    [8, "wrongly", ({ orderId }, answer) => answer(wrong(orderId))],
    [
      4,
      "failed, with a number taken",
      ({ orderId }, answer) => {
        take(orderId);
        answer({}, 500);
      },
    ],
    [5, "no numbers", (_asked, answer) => answer({ refusal: "no_numbers" })],
  ];
  const recover: typeof acquire = [
    [12, "told", ({ orderId }, answer) => answer(held.get(orderId) ?? null)],
    ...broken,
  ];
  const release: typeof acquire = [
    [
      12,
      "taken back",
      ({ ref }, answer) => {
        for (const [id, one] of held) if (one.ref === ref) held.delete(id); // Even if it is another order's.
        answer({});
      },
    ],
    ...broken,
  ];
  const paths: { [path: string]: typeof acquire } = {
    "/acquire": acquire,
    "/recover": recover,
    "/release": release,
  };

  const server = createServer((request, response) => {
    void (async () => {
      const asked = (await json(request)) as Asked;
      const [, name, deed] = choose(paths[request.url ?? ""] ?? []);
      const what = `${request.url?.slice(1)}: ${name}`;
      deeds.set(what, (deeds.get(what) ?? 0) + 1);
      await deed(asked, (body, status = 200) => answerWith(response, status, body));
    })().catch(() => response.destroy()); // The caller was killed in the meantime.
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    held,
    deeds,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function answerWith(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

/** One of them at random, by weight. */
function choose<T extends [number, ...unknown[]]>(choices: T[]): T {
  let left = Math.random() * choices.reduce((sum, [weight]) => sum + weight, 0);
  return (choices.find(([weight]) => (left -= weight) < 0) ?? choices[0]) as T;
}
