import {
  SupplierRefusal,
  type Acquired,
  type AcquireRequest,
  type AnotherRequest,
  type Supplier,
} from "../../../domain/suppliers/supplier.ts";
import type { Deps } from "../../../domain/deps.ts";
import { isInReach } from "../../../domain/orders/on-number/queries.ts";
import { schedule } from "../../../domain/sandbox/schedule.ts";
import { secondsAfter } from "../../../kit/clock.ts";
import { planAnother, planScenario } from "./scenario.ts";
import { simulatedNumber } from "./number.ts";

export interface SandboxDeps extends Pick<Deps, "db" | "clock" | "sealer"> {
  messageSeconds: number;
  random: () => number;
}

/** The stock that the sandbox reports for everything; its numbers are made up on demand. */
const simulatedStock = 1000;

/**
 * The supplier behind test keys: simulated numbers on which a message arrives automatically some seconds after the
 * rent. The message is then processed like any real one.
 */
export function createSandbox(deps: SandboxDeps): Supplier {
  return {
    name: "sandbox",
    acquire: (request) => acquire(deps, request),
    // Nothing is charged: an order that was interrupted while being placed is simply given back.
    recover: async () => null,
    release: async () => {},
    expectAnother: (request) => sendAnother(deps, request),
    countStock: async (_country, slugs) =>
      new Map(slugs.map((slug) => [slug, slug === "test-no-numbers" ? 0 : simulatedStock])),
  };
}

async function acquire(deps: SandboxDeps, request: AcquireRequest): Promise<Acquired> {
  const { service, country, orderId } = request;
  if (service.slug === "test-no-numbers") throw new SupplierRefusal("no_numbers");
  if (service.slug === "test-supplier-down") throw new SupplierRefusal("unavailable");
  const number = await findNumber(deps, request);
  const at = deps.clock.now();
  const { messages, windowSeconds } = planScenario(service, country, deps.messageSeconds, deps.random);
  const scheduled = messages.map(({ afterSeconds, sender, text }) => ({
    sender,
    dueAt: secondsAfter(at, afterSeconds),
    text,
  }));
  await schedule(deps, orderId, scheduled);
  return {
    number,
    ref: String(orderId),
    expiresAt: windowSeconds === undefined ? undefined : secondsAfter(at, windowSeconds),
  };
}

/** What the service would do when it is asked for another code. */
async function sendAnother(deps: SandboxDeps, { orderId, service, country }: AnotherRequest): Promise<void> {
  const message = planAnother(service, country, deps.messageSeconds, deps.random);
  const at = deps.clock.now();
  if (message) await schedule(deps, orderId, [{ ...message, dueAt: secondsAfter(at, message.afterSeconds) }]);
}

/** A number that no other order has or recently had: every message on a sandbox number is for its one order. */
async function findNumber({ db, random }: SandboxDeps, request: AcquireRequest): Promise<string> {
  for (let tries = 0; tries < 20; tries++) {
    const number = simulatedNumber(request.dialCode, request.areaCode, random);
    const excluded = request.excludePrefixes.some((prefix) => number.startsWith(prefix));
    if (!excluded && !(await isInReach(db, number))) return number;
  }
  throw new SupplierRefusal("no_numbers");
}
