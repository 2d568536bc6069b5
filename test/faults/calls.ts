import type { Outcome } from "./ask.ts";
import { noteShown, type Account, type AskedRent, type SentMessage, type TrackedOrder } from "./record.ts";
import type { World } from "./world.ts";

const api = "/account/api/v1";

/** The data of a success; null for everything else. */
const dataOf = <Data>(outcome: Outcome): Data | null =>
  outcome.kind === "answered" && outcome.status === 200 ? ((outcome.body.data ?? {}) as Data) : null;

let keys = 0;
let tags = 0;

/** Records a rent that is about to be requested, with a new key. */
export function newRent({ record }: World, account: Account, body: { [name: string]: unknown }): AskedRent {
  const asked: AskedRent = {
    account,
    body: { action: "rent", country: "US", provider: "global", duration: "generic", ...body },
    key: `faults-${++keys}`,
    outcome: "waiting",
    orders: [],
  };
  record.asked.set(asked.key, asked);
  return asked;
}

/** Rents one number; undefined if it was refused or the outcome is unknown. */
export async function rent(
  world: World,
  account: Account,
  service: string,
  provider = "global",
): Promise<TrackedOrder | undefined> {
  return (await askFor(world, newRent(world, account, { service, provider })))[0];
}

/** Sends a request, or repeats it with the same key: a repeat must get exactly the same orders. */
export async function askFor(world: World, asked: AskedRent): Promise<TrackedOrder[]> {
  const { account, key, body } = asked;
  const outcome = await world.client.ask({
    method: "POST",
    path: `${api}/rent`,
    key: account.key,
    headers: { "idempotency-key": key },
    body,
  });
  type Rented = { order_id: string; number: string };
  const data = dataOf<Rented & { orders?: Rented[] }>(outcome);
  if (!data) {
    // 5xx: it is unknown whether the order exists, as if there was no answer.
    const isRefused =
      outcome.kind === "answered" && (outcome.status < 500 || outcome.body.code === "supplier_unavailable");
    if (asked.outcome !== "answered") asked.outcome = isRefused ? "refused" : "lost";
    return [];
  }
  const rented = data.orders ?? [data];
  const ids = rented.map(({ order_id: id }) => id);
  if (asked.orders.length > 0 && asked.orders.join() !== ids.join())
    world.record.violations.push(
      `a repeat of rent ${key} was answered with ${ids.join()} after ${asked.orders.join()}`,
    );
  asked.outcome = "answered";
  asked.orders = ids;
  return rented.map(({ order_id: orderId, number }) => track(world, asked, orderId, number));
}

function track(
  { record }: World,
  { account, body, key }: AskedRent,
  orderId: string,
  number: string,
): TrackedOrder {
  const known = record.orders.get(orderId);
  if (known && (known.account !== account || known.number !== number))
    record.violations.push(
      `order ${orderId} was answered twice, with different numbers or accounts (${key})`,
    );
  const order = known ?? { orderId, account, number, service: String(body["service"]), received: false };
  record.orders.set(orderId, order);
  return order;
}

/** Composes a message for an order; `hand` delivers it to the servers, any number of times. */
export function write(world: World, order: TrackedOrder): SentMessage {
  const tag = letters(++tags);
  const id = `faults ${tag}`;
  const name = order.service === "telegram" ? "Telegram" : "WhatsApp";
  const code = String(100_000 + Math.floor(Math.random() * 900_000));
  const total = Math.random() < inParts ? 2 + Math.floor(Math.random() * 2) : 1;
  const bodies =
    total === 1
      ? [{ id, to: order.number, from: name, text: `Your ${name} code is ${code} [${tag}]` }]
      : partsOf(order, name, code, tag, total);
  const message: SentMessage = {
    id,
    order,
    tag,
    bodies,
    acknowledgedBodies: new Set(),
    acknowledged: false,
  };
  world.record.messages.set(id, message);
  world.record.tags.set(tag, message);
  return message;
}

/** The share of messages that come in parts. */
const inParts = 0.3;
/** So few that messages on one number, with their single sender, share them all the time. */
const references = ["1", "2", "3"];

/** Each part names its service: a reference that two renters share at the same time tells nothing else. */
function partsOf(
  order: TrackedOrder,
  name: string,
  code: string,
  tag: string,
  total: number,
): SentMessage["bodies"] {
  const ref = references[Math.floor(Math.random() * references.length)] ?? "";
  return Array.from({ length: total }, (_, index) => {
    const part = index + 1;
    const words = part === 1 ? `Your ${name} code is ${code}. ` : `It is for ${name} only. `;
    const text = `${words}[${tag}/${part}] `;
    return { id: `faults ${tag} ${part}`, to: order.number, from: "InfoSMS", text, ref, total, part };
  });
}

/** The parts in any order, some twice, and sometimes one again after all have arrived. */
export async function hand(world: World, message: SentMessage): Promise<void> {
  const { bodies, acknowledgedBodies } = message;
  const again = bodies.filter(() => bodies.length > 1 && Math.random() < 0.2);
  const shuffled = [...bodies, ...again].toSorted(() => Math.random() - 0.5);
  const one = async (body: SentMessage["bodies"][number]): Promise<void> => {
    const outcome = await world.client.ask({ method: "POST", path: world.source, body });
    if (outcome.kind === "answered" && outcome.status === 200) acknowledgedBodies.add(body);
  };
  if (Math.random() < 0.5) await Promise.all(shuffled.map(one));
  else for (const body of shuffled) await one(body);
  message.acknowledged = bodies.every((body) => acknowledgedBodies.has(body));
  if (again[0]) await one(again[0]);
}

/** Reads the messages of an order, or waits for one; returns its status as shown. */
export async function poll(
  world: World,
  { orderId, account }: TrackedOrder,
  waitSeconds = 0,
): Promise<string | null> {
  const wait = waitSeconds > 0 ? `&wait=${waitSeconds}` : "";
  const since = performance.now();
  const outcome = await world.client.ask({
    path: `${api}/sms?order_id=${orderId}${wait}`,
    key: account.key,
  });
  const data = dataOf<{ status: string; messages: { text: string | null }[] }>(outcome);
  if (!data) return null;
  const late = (performance.now() - since) / 1000 - waitSeconds;
  world.record.slowestSeconds = Math.max(world.record.slowestSeconds, late);
  noteShown(world.record, account, orderId, data.messages);
  return data.status;
}

/** Cancels; a repeat with the same key must get the first answer. */
export async function cancel(world: World, order: TrackedOrder, key?: string): Promise<string> {
  return end(world, order, "cancel", "CANCELLED", key);
}

/** Like a cancel, with a reason. */
export async function report(world: World, order: TrackedOrder): Promise<string> {
  return end(world, order, "report", "CANCELLED");
}

export async function finish(world: World, order: TrackedOrder): Promise<string> {
  return end(world, order, "finish", "FINISHED");
}

async function end(
  { client, record }: World,
  order: TrackedOrder,
  verb: "cancel" | "report" | "finish",
  status: "CANCELLED" | "FINISHED",
  key?: string,
): Promise<string> {
  const outcome = await client.ask({
    method: "POST",
    path: `${api}/${verb}`,
    key: order.account.key,
    headers: key === undefined ? {} : { "idempotency-key": key },
    body: { order_id: order.orderId, ...(verb === "report" ? { reason: "it does not ring" } : {}) },
  });
  const data = dataOf<object>(outcome);
  if (!data) return outcome.kind === "lost" ? "lost" : (outcome.body.code ?? "");
  if (order.ended !== undefined && order.ended !== status)
    record.violations.push(`order ${order.orderId} was ${order.ended} and then answered as ${status}`);
  order.ended = status;
  return JSON.stringify(data);
}

export async function resend({ client }: World, { orderId, account }: TrackedOrder): Promise<void> {
  await client.ask({ method: "POST", path: `${api}/resend`, key: account.key, body: { order_id: orderId } });
}

export async function read({ client }: World, { key }: Account, path: string): Promise<boolean> {
  return dataOf(await client.ask({ path: api + path, key })) !== null;
}

/** Words that are not names: with a shorter prefix the twelfth was `[xm]`, which names the broker XM. */
function letters(count: number): string {
  let text = "";
  for (let rest = count; rest > 0; rest = Math.floor(rest / 26))
    text = String.fromCharCode(97 + (rest % 26)) + text;
  return `zq${text}`;
}
