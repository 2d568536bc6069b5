import { collectDefaultMetrics, Counter, Registry } from "prom-client";
import type { RequestKind } from "../areas.ts";
import { createQueue, type Queue } from "../../kit/queue.ts";
import { addHistogram } from "./histogram.ts";

/** Metrics that this process counts as it works; docs/metrics.md lists each one and what it is for. */
export interface Metrics {
  registry: Registry;
  /** Messages by outcome. */
  messages: Counter<"receipt">;
  /** Orders created by rents, by supplier. */
  rented: Counter<"supplier">;
  refused: Counter<"route" | "code">;
  shed: Counter<"kind">;
  slowStatements: Counter;
  /** A queue whose batches are counted and timed. */
  queue(name: string): Queue;
  /** Called after every turn of a job. */
  jobDone(name: string, seconds: number, ok: boolean): void;
}

/** @param kinds of requests that may be refused under overload */
export function createMetrics(kinds: RequestKind[]): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: "zapotp_" });
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]): Counter<Label> =>
    new Counter({ name, help, labelNames, registers });
  const histogram = (name: string, help: string, bounds: number[]) =>
    addHistogram(registry, { name, help, bounds });

  const sizes = histogram("zapotp_batch_size", "How many shared a batch.", [1, 2, 5, 10, 20, 50, 100, 200]);
  const waits = histogram(
    "zapotp_batch_wait_seconds",
    "Time that the first of a batch waited for its turn.",
    [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
  );
  const jobSeconds = histogram(
    "zapotp_job_seconds",
    "Time that a turn of a job took.",
    [0.005, 0.025, 0.1, 0.5, 1, 5, 30, 120],
  );
  const shed = counter("zapotp_shed_requests_total", "Requests refused because the server was overloaded.", [
    "kind",
  ]);
  for (const { name } of kinds) shed.inc({ kind: name }, 0); // So that the first refusal shows as an increase.
  const jobFailures = counter("zapotp_job_failures_total", "Turns of a job that failed.", ["name"]);
  return {
    registry,
    messages: counter("zapotp_messages_total", "Inbound messages by what became of them.", ["receipt"]),
    rented: counter("zapotp_rents_total", "Orders that rents made, by supplier.", ["supplier"]),
    refused: counter("zapotp_refusals_total", "Requests refused, by route and code.", ["route", "code"]),
    shed,
    slowStatements: counter("zapotp_slow_statements_total", "Database statements that took too long.", []),
    queue(name) {
      const countSize = sizes({ batch: name });
      const countWait = waits({ batch: name });
      return createQueue(name, (count, waitedMilliseconds) => {
        countSize(count);
        countWait(waitedMilliseconds / 1000);
      });
    },
    jobDone(name, seconds, ok) {
      jobSeconds({ name })(seconds);
      jobFailures.inc({ name }, ok ? 0 : 1);
    },
  };
}
