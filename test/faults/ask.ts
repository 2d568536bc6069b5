import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Record } from "./record.ts";

/** Longer than anything may wait; a request that takes this long is a fault. */
export const patienceSeconds = 100;
/** How long a request that nobody accepted is retried, not counting the time in which a server starts. */
const offerSeconds = 60;

export interface Ask {
  method?: string;
  path: string;
  key?: string;
  headers?: { [name: string]: string };
  body?: unknown;
}

export interface Answered {
  kind: "answered";
  status: number;
  body: { code?: string; data?: unknown };
}
/** Sent, but the outcome is unknown. */
export interface Lost {
  kind: "lost";
  reason: string;
}
export type Outcome = Answered | Lost;

const isFailure = (outcome: Outcome): boolean =>
  outcome.kind === "lost" || (outcome.status >= 500 && outcome.body.code !== "supplier_unavailable");

/** The servers, used in turn; if one refuses the connection, the next is tried. */
export interface Client {
  ask(ask: Ask): Promise<Outcome>;
  close(): void;
}

/**
 * A tiny load balancer: a request that was sent is never resent; only a refused connection moves on to the next
 * server.
 */
export function createClient(ports: () => number[], isStarting: () => boolean, record: Record): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 1000 });
  let turn = 0;

  async function ask(wanted: Ask): Promise<Outcome> {
    const since = Date.now();
    const mark = {};
    const what = `${wanted.method ?? "GET"} ${wanted.path.split("?")[0]?.replace(/\/in\/.*/, "/in")}`;
    record.waiting.set(mark, { what, since });
    let refusedSince = since;
    try {
      for (;;) {
        const list = ports();
        for (let tries = 0; tries < list.length; tries++) {
          const outcome = await send(agent, list[turn++ % list.length] as number, wanted);
          if (outcome === "refused") continue;
          const seconds = (Date.now() - since) / 1000;
          if (!/[?&]wait=/.test(wanted.path))
            record.slowestSeconds = Math.max(record.slowestSeconds, seconds);
          count(record, outcome, what);
          return outcome;
        }
        if (isStarting()) refusedSince = Date.now(); // How long that takes depends on the machine.
        if (Date.now() - refusedSince > offerSeconds * 1000) {
          record.violations.push(`${what} was refused by every server for ${offerSeconds} s`);
          return { kind: "lost", reason: "refused" };
        }
        await sleep(50);
      }
    } finally {
      record.waiting.delete(mark);
    }
  }

  function count(into: Record, outcome: Outcome, what: string): void {
    const { answers, violations } = into;
    if (isFailure(outcome)) into.failedAt = performance.now();
    const name = outcome.kind === "lost" ? `${what} lost: ${outcome.reason}` : `${what} ${outcome.status}`;
    answers.set(name, (answers.get(name) ?? 0) + 1);
    if (outcome.kind === "lost") into.lost++;
    if (outcome.kind === "lost" && outcome.reason === "patience")
      violations.push(`${what} was not answered within ${patienceSeconds} s`);
  }
  return { ask, close: () => agent.destroy() };
}

function send(
  agent: Agent,
  port: number,
  { method = "GET", path, key, headers = {}, body }: Ask,
): Promise<Outcome | "refused"> {
  return new Promise((resolve) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const outgoing = request(
      {
        host: "127.0.0.1",
        port,
        path,
        method,
        agent,
        headers: {
          ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
          ...(text === undefined
            ? {}
            : { "content-type": "application/json", "content-length": Buffer.byteLength(text) }),
          ...headers,
        },
      },
      (incoming) => {
        let received = "";
        incoming.setEncoding("utf8");
        incoming.on("data", (chunk: string) => (received += chunk));
        incoming.on("error", (error) => done({ kind: "lost", reason: error.message }));
        incoming.on("end", () =>
          done({ kind: "answered", status: incoming.statusCode ?? 0, body: parsed(received) }),
        );
      },
    );
    const timer = setTimeout(() => {
      done({ kind: "lost", reason: "patience" });
      outgoing.destroy();
    }, patienceSeconds * 1000);
    function done(outcome: Outcome | "refused"): void {
      clearTimeout(timer);
      resolve(outcome);
    }
    outgoing.on("error", (error: NodeJS.ErrnoException) =>
      done(
        error.code === "ECONNREFUSED"
          ? "refused"
          : {
              kind: "lost",
              reason: `${error.code ?? error.message} on a ${outgoing.reusedSocket ? "used" : "new"} connection`,
            },
      ),
    );
    outgoing.end(text);
  });
}

function parsed(text: string): Answered["body"] {
  try {
    return JSON.parse(text) as Answered["body"];
  } catch {
    return {};
  }
}
