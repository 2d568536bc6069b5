import assert from "node:assert/strict";
import { Refusal } from "../../src/kit/errors.ts";
import { sameSmsSeconds } from "../../src/domain/messages/content.ts";
import { receive } from "../../src/domain/messages/receive.ts";
import { cancel } from "../../src/domain/orders/cancel.ts";
import { expireDue } from "../../src/domain/orders/expire.ts";
import { finish } from "../../src/domain/orders/finish.ts";
import type { Order } from "../../src/domain/orders/order.ts";
import { place } from "../../src/domain/orders/place.ts";
import { insertOrders } from "../../src/domain/orders/sql.ts";
import { post } from "../../src/domain/wallet/post.ts";
import { lockWallets } from "../../src/domain/wallet/sql.ts";
import type { Wallet } from "../../src/domain/wallet/wallet.ts";
import { Ledger, type ModelOrder } from "./ledger.ts";
import type { Act, Round, Story } from "./story.ts";
import { familyBySlug, texts, type Text } from "./texts.ts";
import { rentersOf, type Renter, type World } from "./world.ts";

const day = 86_400;

/** A running history: what the model knows, and what happened, for whoever must find a fault. */
interface History {
  place: number;
  story: Story;
  numbers: string[];
  renters: Renter[];
  ledger: Ledger;
  /** When each text last came on each number, in seconds. */
  arrivals: Map<string, number>;
  log: string[];
  isSupplied: boolean;
}

/** The result of a round. */
export interface Tally {
  histories: number;
  rents: number;
  refusals: number;
  delivered: number;
  late: number;
  kept: number;
  reactivations: number;
}

export const noTally = (): Tally => ({
  histories: 0,
  rents: 0,
  refusals: 0,
  delivered: 0,
  late: 0,
  kept: 0,
  reactivations: 0,
});

const secondsOf = (at: Date): number => at.getTime() / 1000;

/**
 * Runs a round: all histories together step by step, and after each step the program's actions are compared with the
 * model.
 */
export async function play(world: World, round: Round, tally: Tally): Promise<void> {
  const { shop } = world;
  const began = world.now();
  const stories = [...round.stories, ...round.supplied];
  const numbers = await world.newNumbers(
    round.stories.map((story) => story.numbers),
    round.supplied.map((story) => story.numbers),
  );
  const histories = stories.map((story, at): History => ({
    place: at,
    story,
    numbers: numbers[at] as string[],
    renters: rentersOf(world, at),
    ledger: new Ledger(shop.rules),
    arrivals: new Map(),
    log: [],
    isSupplied: at >= round.stories.length,
  }));
  tally.histories += histories.length;
  for (const [place, step] of round.steps.entries()) {
    world.advance(step.seconds);
    shop.rules.quarantineSeconds = step.quarantineDays * day;
    for (const { log } of histories)
      log.push(`${step.seconds} s later; uses count for ${step.quarantineDays} days`);
    await expireDue(shop);
    await seeEnds(world, histories);
    const acting = <Kind extends Act["kind"]>(
      kind: Kind,
    ): { history: History; act: Act & { kind: Kind } }[] =>
      histories.flatMap((history) => {
        const act = history.story.acts[place];
        return act?.kind === kind ? [{ history, act: act as Act & { kind: Kind } }] : [];
      });
    await Promise.all([
      ...acting("rent").map(({ history, act }) => rent(world, history, act, tally)),
      messages(world, acting("message"), tally),
      ...acting("end").map(({ history, act }) => end(world, history, act)),
      ...acting("reactivate").map(({ history, act }) => reactivate(world, history, act, tally)),
    ]);
    await seeEnds(world, histories);
  }
  await seeUses(world, histories);
  await seeReaders(world, began);
}

const renterOf = ({ renters }: History, walletId: number): number =>
  renters.findIndex((renter) => renter.walletId === walletId);

function fail(history: History, what: string): never {
  assert.fail(`history ${history.place}: ${what}\n  ${history.log.join("\n  ")}`);
}

async function rent(
  world: World,
  history: History,
  { renter, service }: Act & { kind: "rent" },
  tally: Tally,
): Promise<void> {
  const { ledger, numbers, isSupplied } = history;
  const now = secondsOf(world.now());
  const objections = numbers.map((number) => ledger.objectionTo(number, service, now));
  const order = await place(world.shop, {
    walletId: (history.renters[renter] as Renter).walletId,
    mode: "live",
    network: null,
    keyId: null,
    dailyCapMinor: null,
    provider: isSupplied ? "usa" : "global",
    country: "US",
    service,
    poolId: world.pools[history.place] as number,
    maxPriceMinor: null,
    areaCode: null,
    excludePrefixes: [],
    idempotency: null,
  }).catch((error: unknown) => {
    if (error instanceof Refusal && ["no_numbers", "supplier_unavailable"].includes(error.code)) return null;
    throw error;
  });
  history.log.push(
    `renter ${renter} asks for ${service}: ${order ? `order ${order.orderId} on ${order.number}` : "none"}`,
  );
  if (!order) {
    tally.refusals++;
    // A supplier may have given the other one.
    const free = isSupplied
      ? objections.every((one) => one === null)
      : objections.some((one) => one === null);
    if (free) fail(history, `nothing kept ${service} from being rented, and it was refused`);
    return;
  }
  tally.rents++;
  const objection = objections[numbers.indexOf(order.number as string)];
  if (objection !== null) fail(history, `order ${order.orderId} must not be: ${objection}`);
  ledger.rented({ id: order.orderId, renter, service, number: order.number as string, createdAt: now });
}

/** A message on its way, and who must get it according to the model before it. */
interface Sending {
  history: History;
  number: string;
  place: number;
  sourceKey: string;
  entitled: ModelOrder | null;
}

interface Stored {
  sourceKey: string;
  state: string;
  reason: string | null;
  orderId: number | null;
}

let sent = 0;

async function messages(
  { shop, sourceId, now }: World,
  acts: { history: History; act: Act & { kind: "message" } }[],
  tally: Tally,
): Promise<void> {
  const at = secondsOf(now());
  const sendings = acts.map(({ history, act }): Sending => {
    const { ledger, numbers } = history;
    const number = numbers[act.number % numbers.length] as string;
    const entitled = ledger.entitledTo(number, texts[act.text] as Text, at);
    return { history, number, place: act.text, sourceKey: `history ${++sent}`, entitled };
  });
  await Promise.all(
    sendings.map(({ number, place, sourceKey }) => {
      const { sender, text } = texts[place] as Text;
      return receive(shop, { sourceId, sourceKey, number, sender, text });
    }),
  );
  const rows = await shop.db.rows<Stored>(
    `select source_key as "sourceKey", state, reason, order_id as "orderId" from messages
     where source_id = $1 and source_key = any($2::text[])`,
    [sourceId, sendings.map(({ sourceKey }) => sourceKey)],
  );
  const stored = new Map(rows.map((row) => [row.sourceKey, row]));
  for (const sending of sendings) judge(sending, stored.get(sending.sourceKey), at, tally);
}

function judge(
  { history, number, place, entitled }: Sending,
  row: Stored | undefined,
  now: number,
  tally: Tally,
): void {
  const { ledger } = history;
  const text = texts[place] as Text;
  const content = `${number} ${place}`;
  const lastArrival = history.arrivals.get(content) ?? -Infinity;
  history.arrivals.set(content, now);
  if (!row) {
    if (now - lastArrival > sameSmsSeconds) fail(history, `"${text.text}" was not stored`);
    return;
  }
  const { state, reason, orderId } = row;
  history.log.push(`on ${number} "${text.text}": ${state} ${orderId ?? reason}`);
  if (orderId === null) {
    tally.kept++;
    if (entitled) fail(history, `order ${entitled.id} should have got it`);
    return;
  }
  if (state === "late") tally.late++;
  else tally.delivered++;
  const order = ledger.orders.find((one) => one.id === orderId && one.number === number);
  if (!order) fail(history, `order ${orderId} is of another history`);
  const objection = ledger.objectionToReading(order, text, now);
  if (objection !== null) fail(history, `order ${orderId} must not get it: ${objection}`);
  if ((state === "late") !== (order.closedAt !== null)) fail(history, `it is ${state}`);
  ledger.read(order, text, now);
}

async function end(world: World, history: History, { order: at }: Act & { kind: "end" }): Promise<void> {
  const open = history.ledger.orders.filter(({ closedAt }) => closedAt === null);
  const order = open[at % open.length];
  if (!order) return;
  const { walletId } = history.renters[order.renter] as Renter;
  const isRead = order.readAt !== null;
  history.log.push(`renter ${order.renter} ${isRead ? "finishes" : "cancels"} order ${order.id}`);
  if (isRead) await finish(world.shop, walletId, order.id);
  else await cancel(world.shop, { walletId, orderId: order.id, idempotency: null });
}

/** As a reactivation would: an order of the same account on the same number, for the service that it got a code for. */
async function reactivate(
  world: World,
  history: History,
  { renter, order: at }: Act & { kind: "reactivate" },
  tally: Tally,
): Promise<void> {
  const { ledger } = history;
  const now = secondsOf(world.now());
  const former = ledger.orders.filter((one) => one.renter === renter && one.readAt !== null);
  const order = former[at % former.length];
  const isInTheWay = (one: ModelOrder, of: ModelOrder): boolean =>
    [ledger.familyOf(one), ledger.familyOf(of)].includes("whole") ||
    ledger.familyOf(one) === ledger.familyOf(of);
  if (!order || ledger.open(order.number).some((one) => isInTheWay(one, order))) return;
  const { walletId } = history.renters[renter] as Renter;
  const id = await insertAgain(world, order, walletId, world.pools[history.place] as number);
  history.log.push(`renter ${renter} has order ${order.id} again as ${id}`);
  ledger.rented({ ...order, id, createdAt: now });
  tally.reactivations++;
}

async function insertAgain(
  world: World,
  { service, number }: ModelOrder,
  walletId: number,
  poolId: number,
): Promise<number> {
  const { shop, orderIds, serviceIds } = world;
  const at = world.now();
  return shop.db.transaction(async (tx) => {
    const [orderId] = await orderIds.next(tx, 1);
    const [wallet] = await lockWallets(tx, [walletId]);
    const [row] = await tx.rows<{ familyId: number }>(
      `insert into number_uses (number, family_id, rests_until)
       select $1, family_id, 'infinity' from services where slug = $2
       on conflict (number, family_id) do update set rests_until = 'infinity' returning family_id as "familyId"`,
      [number, service],
    );
    const order = {
      orderId: orderId as number,
      walletId,
      seq: (wallet as Wallet).orderSeq + 1,
      keyId: null,
      serviceId: serviceIds.get(service) as number,
      familyId: (row as { familyId: number }).familyId,
      country: "US",
      provider: "global" as const,
      poolId,
      numberId: null,
      number,
      supplier: "inventory",
      supplierRef: null,
      duration: "generic",
      status: "PENDING" as const,
      priceMinor: 100,
      costMinor: 0,
      network: null,
    };
    const expiresAt = new Date(at.getTime() + 1_200_000);
    const times = { createdAt: at, expiresAt, cancellableAt: at };
    await insertOrders(tx, [{ ...order, ...times }], times);
    await post(tx, [{ walletId, orderId: order.orderId, kind: "hold", amountMinor: 100 }], at);
    return order.orderId;
  });
}

/** Orders that have ended, whoever ended them. */
async function seeEnds({ shop }: World, histories: History[]): Promise<void> {
  const open = histories.flatMap(({ ledger }) => ledger.orders.filter(({ closedAt }) => closedAt === null));
  if (open.length === 0) return;
  const rows = await shop.db.rows<Pick<Order, "orderId" | "closedAt">>(
    `select order_id as "orderId", closed_at as "closedAt" from orders
     where order_id = any($1::int[]) and closed_at is not null`,
    [open.map(({ id }) => id)],
  );
  const ended = new Map(rows.map(({ orderId, closedAt }) => [orderId, secondsOf(closedAt as Date)]));
  for (const order of open) order.closedAt = ended.get(order.id) ?? null;
}

/** What the database remembers about the numbers is what happened. */
async function seeUses({ shop, renters }: World, histories: History[]): Promise<void> {
  const numbers = histories.flatMap((history) => history.numbers);
  const rows = await shop.db.rows<{
    number: string;
    family: string | null;
    accountId: number;
    at: Date;
    othersAt: Date | null;
  }>(
    `select u.number, (select slug from services s where s.id = u.family_id) as family,
       u.account_id as "accountId", u.used_at as at, u.others_used_at as "othersAt"
     from number_uses u where u.number = any($1::text[]) and u.used_at is not null`,
    [numbers],
  );
  const walletOf = new Map(renters.map(({ accountId, walletId }) => [accountId, walletId]));
  const onNumber = Map.groupBy(rows, ({ number }) => number);
  for (const history of histories) {
    const found = history.numbers
      .flatMap((number) => onNumber.get(number) ?? [])
      .map(({ number, family, accountId, at, othersAt }) => [
        `${number} ${family === null ? "whole" : familyBySlug[family]}`,
        {
          renter: renterOf(history, walletOf.get(accountId) ?? 0),
          at: secondsOf(at),
          othersAt: othersAt && secondsOf(othersAt),
        },
      ]);
    const expected = [...history.ledger.lastUses()];
    const sorted = (entries: unknown[]): string[] => entries.map((entry) => JSON.stringify(entry)).toSorted();
    if (sorted(found).join() !== sorted(expected).join())
      fail(history, `the uses are ${sorted(found).join()}, and should be ${sorted(expected).join()}`);
  }
}

/** From then on no message was shown to two wallets, nor to any order but its own. */
async function seeReaders({ shop }: World, since: Date): Promise<void> {
  const rows = await shop.db.rows(
    `select m.id from events e join messages m on m.id = e.message_id left join orders o on o.order_id = m.order_id
     where e.created_at >= $1 and o.wallet_id is distinct from e.wallet_id limit 1`,
    [since],
  );
  assert.deepEqual(rows, [], "a message was told to somebody who has no order for it");
}
