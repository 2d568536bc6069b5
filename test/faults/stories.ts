import { setTimeout as sleep } from "node:timers/promises";
import { askFor, cancel, finish, hand, newRent, poll, read, rent, report, resend, write } from "./calls.ts";
import type { Account, TrackedOrder } from "./record.ts";
import type { World } from "./world.ts";

type Story = (world: World, account: Account) => Promise<void>;

const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T;
const services = ["whatsapp", "telegram"];
/** From our own inventory, or from the supplier that fails in every way. */
const providers = ["global", "global", "global", "usa"];
/** What the sandbox's supplier does besides delivering: refuse, be down, be late, deliver twice, not answer. */
const sandboxServices = [
  "whatsapp",
  "test-no-numbers",
  "test-supplier-down",
  "test-late-code",
  "test-two-codes",
  "test-no-code-in-text",
  "test-no-sms",
];

/** The usual story: a renter waits for a code and gets it, often more than once, on either server. */
async function code(world: World, account: Account): Promise<void> {
  const order = await rent(world, account, pick(services), pick(providers));
  if (!order) return;
  const waiting = poll(world, order, pick([0, 1, 2]));
  if (Math.random() < 0.5) await sleep(Math.random() * 30);
  await handRepeatedly(world, order);
  await waiting;
  if (Math.random() < 0.3) {
    await resend(world, order);
    await Promise.all([poll(world, order, 1), handRepeatedly(world, order)]);
  }
  if (Math.random() < 0.6) await finish(world, order);
  if (Math.random() < 0.3) await handRepeatedly(world, order); // Late.
}

/** One message to three, in any order, some of them twice at once. */
async function handRepeatedly(world: World, order: TrackedOrder): Promise<void> {
  const messages = Array.from({ length: pick([1, 1, 2, 3]) }, () => write(world, order));
  const deliveries = messages.flatMap((message) => (Math.random() < 0.4 ? [message, message] : [message]));
  await Promise.all(deliveries.toSorted(() => Math.random() - 0.5).map((message) => hand(world, message)));
}

async function cancelled(world: World, account: Account): Promise<void> {
  const order = await rent(world, account, pick(services), pick(providers));
  if (!order) return;
  const key = `cancel-${order.orderId}`;
  const [first, second] = await Promise.all([cancel(world, order, key), cancel(world, order, key)]);
  if (first?.startsWith("{") && second?.startsWith("{") && first !== second)
    world.record.violations.push(`the repeat of a cancel was answered otherwise: ${first} and ${second}`);
  if (Math.random() < 0.3) await handRepeatedly(world, order); // Late.
  await poll(world, order);
}

/** Everything at once, to contend for the order's locks. */
async function race(world: World, account: Account): Promise<void> {
  const order = await rent(world, account, pick(services), pick(providers));
  if (!order) return;
  await Promise.all(
    [
      () => cancel(world, order),
      () => handRepeatedly(world, order),
      () => finish(world, order),
      () => poll(world, order, 1),
    ]
      .toSorted(() => Math.random() - 0.5)
      .map((deed) => deed()),
  );
}

/** Nobody acts on it: it expires, before or after its message. */
async function forgotten(world: World, account: Account): Promise<void> {
  const order = await rent(world, account, pick(services), pick(providers));
  if (order && Math.random() < 0.3) await handRepeatedly(world, order);
}

/** The same request twice is one rent: for one number even concurrently, for several one after the other. */
async function repeated(world: World, account: Account): Promise<void> {
  const quantity = pick([undefined, 2, 3]);
  const asked = newRent(world, account, {
    service: pick(services),
    provider: pick(providers),
    ...(quantity && { quantity }),
  });
  const first = askFor(world, asked);
  if (quantity || Math.random() < 0.5) await first;
  // A repeat waits for an interrupted first request: these are repeated once everything has stopped.
  if (asked.outcome !== "lost") await askFor(world, asked);
  for (const order of await first) if (Math.random() < 0.5) await cancel(world, order);
}

/** The renter reports that the number does not work; a message comes anyway. */
async function reported(world: World, account: Account): Promise<void> {
  const order = await rent(world, account, pick(services), pick(providers));
  if (!order) return;
  await report(world, order);
  await handRepeatedly(world, order);
}

async function readings(world: World, account: Account): Promise<void> {
  await read(world, account, "/user");
  await read(world, account, "/orders?limit=200");
  await read(world, account, "/services?country=US&provider=usa&service=whatsapp");
}

async function sandbox(world: World, account: Account): Promise<void> {
  const order = await rent(world, account, pick(sandboxServices));
  if (!order) return;
  const status = await poll(world, order, pick([0, 2]));
  if (status === "PENDING" && Math.random() < 0.5) await cancel(world, order);
  if (status === "RECEIVED" && Math.random() < 0.5) await finish(world, order);
}

const live: Story[] = [code, code, code, cancelled, race, forgotten, repeated, reported, readings];

export const tell = (world: World, account: Account): Promise<void> =>
  (account.mode === "live" ? pick(live) : sandbox)(world, account);
