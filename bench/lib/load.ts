import type { ChildProcess } from "node:child_process";
import { startChild } from "./child.ts";

/** Requests sent over many connections, each of which sends its next request as soon as the last one is answered. */
export interface Drive {
  kind: "drive";
  /** The connections are distributed over the ports. */
  ports: number[];
  connections: number;
  /** As sent over the wire. */
  requests: string[];
  /** In random order, repeatedly; or each once, in order, until they are used up. */
  order: "random" | "once";
  /** How 503 is treated: as a failure of the run, or as a reason to wait a moment and resend. */
  refusals?: "fail" | "repeat";
  /** At most. */
  seconds: number;
}

export interface Driven {
  answers: number;
  /** Answers to POST among them. */
  posts: number;
  /** Until the last answer. */
  seconds: number;
  perSecond: number;
  p50Milliseconds: number;
  p99Milliseconds: number;
}

/** Requests sent at a steady rate, in random order, over connections without a pending request. */
export interface Flood {
  kind: "flood";
  port: number;
  connections: number;
  requests: string[];
  perSecond: number;
  seconds: number;
}

export interface Flooded {
  offeredPerSecond: number;
  servedPerSecond: number;
  /** Answers to POST among them. */
  postsPerSecond: number;
  /** Refused with 503. */
  shedPerSecond: number;
  /** Not sent, because every connection had a pending request. */
  keptOut: number;
  /** The CPU time of the load generator itself. */
  cores: number;
  p50Milliseconds: number;
  p99Milliseconds: number;
  shedP99Milliseconds: number;
}

/** Long polls that wait, and messages sent at a steady rate, each to the longest waiter. */
export interface Wake {
  kind: "wake";
  port: number;
  waiters: number;
  messagesPerSecond: number;
  seconds: number;
  /** The long poll and the message of an order; there are `waiters` more polls than messages. */
  orders: { poll: string; message: string }[];
  /** A bare server that is polled at intervals, to know the current round trip time. */
  bare: { port: number; request: string; perSecond: number };
}

/** In milliseconds, one entry per message, or per round trip to the bare server. */
export interface Woken {
  /** From the answer to the source until the answer to the waiter; 0 if the waiter was answered first. */
  fromAccepted: number[];
  /** From sending the message until the answer to the waiter. */
  fromSent: number[];
  bare: number[];
}

/**
 * Connections with one request each that is unanswered, or whose answer is incomplete. They are kept until "release".
 */
export interface Hold {
  kind: "hold";
  port: number;
  requests: string[];
  /** Whether each gets the beginning of an answer, which we then wait for. */
  answers: boolean;
}

/** Ends what "hold" began; fails if one of them was answered or closed meanwhile. */
export interface Release {
  kind: "release";
}

export type Job = Drive | Flood | Wake | Hold | Release;

/** The process that generates the load: one for everything, so that yardstick and ours share the same one. */
export interface Load {
  drive(job: Omit<Drive, "kind">): Promise<Driven>;
  flood(job: Omit<Flood, "kind">): Promise<Flooded>;
  wake(job: Omit<Wake, "kind">): Promise<Woken>;
  hold(job: Omit<Hold, "kind">): Promise<void>;
  release(): Promise<void>;
}

export async function startLoad(): Promise<Load> {
  const { child } = startChild(new URL("load-process.ts", import.meta.url));
  return {
    drive: (job) => ask<Driven>(child, { kind: "drive", ...job }),
    flood: (job) => ask<Flooded>(child, { kind: "flood", ...job }),
    wake: (job) => ask<Woken>(child, { kind: "wake", ...job }),
    hold: (job) => ask<void>(child, { kind: "hold", ...job }),
    release: () => ask<void>(child, { kind: "release" }),
  };
}

/** One job at a time. */
function ask<Result>(child: ChildProcess, job: Job): Promise<Result> {
  return new Promise((resolve, reject) => {
    const onExit = (): void => reject(new Error("the load process ended"));
    child.once("exit", onExit);
    child.once("message", (message: { result: Result } | { error: string }) => {
      child.off("exit", onExit);
      if ("error" in message) reject(new Error(message.error));
      else resolve(message.result);
    });
    child.send(job);
  });
}
