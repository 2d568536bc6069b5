import { setTimeout as sleep } from "node:timers/promises";
import { openText } from "../../src/domain/messages/sealed-message.ts";
import { verifyBooks } from "../../src/domain/books/verify.ts";
import { patienceSeconds } from "./ask.ts";
import { tagsIn } from "./record.ts";
import type { World } from "./world.ts";

/** Each returns the violations of its rule, one sentence each. The load has stopped, and lost rents were repeated. */
type Invariant = (world: World) => Promise<string[]>;

/** How long a consumer may need to catch up. */
const catchUpSeconds = 30;
/** How long an order may be overdue, or in progress, before it counts as stuck. */
const dueSeconds = 30;
const placingSeconds = 75;

async function booksSumToZero({ db }: World): Promise<string[]> {
  const overdrawn = await db.rows<{ id: number }>(`select id from wallets where spendable_minor < 0`);
  return [...(await verifyBooks(db)).faults, ...overdrawn.map(({ id }) => `wallet ${id} is overdrawn`)];
}

async function heldOnceAndEndedOnce({ db }: World): Promise<string[]> {
  const rows = await db.rows<{
    id: number;
    status: string;
    holds: number;
    captures: number;
    releases: number;
  }>(
    `select o.order_id as id, o.status, count(*) filter (where p.kind = 'hold')::int as holds,
       count(*) filter (where p.kind = 'capture')::int as captures, count(*) filter (where p.kind = 'release')::int as releases
     from orders o left join postings p using (order_id) group by 1, 2`,
  );
  const expected: { [status: string]: [number, number] } = {
    PLACING: [0, 0],
    PENDING: [0, 0],
    RECEIVED: [1, 0],
    FINISHED: [1, 0],
    CANCELLED: [0, 1],
    EXPIRED: [0, 1],
    FAILED: [0, 1],
  };
  return rows
    .filter(({ status, holds, captures, releases }) => {
      const [capturesOf, releasesOf] = expected[status] ?? [-1, -1];
      return holds !== 1 || captures !== capturesOf || releases !== releasesOf;
    })
    .map(
      (row) =>
        `order ${row.id} is ${row.status}: held ${row.holds}, captured ${row.captures}, released ${row.releases} times`,
    );
}

async function refundedOnce({ db }: World): Promise<string[]> {
  const rows = await db.rows<{ id: number; n: number }>(
    `select order_id as id, count(*)::int as n from postings where kind in ('release', 'refund') group by 1 having count(*) > 1`,
  );
  return rows.map(({ id, n }) => `order ${id} was refunded ${n} times`);
}

async function numbersServeOneOrder({ db }: World): Promise<string[]> {
  const rows = await db.rows<{ number: string; n: number }>(
    `select number, count(*)::int as n from orders where status in ('PENDING', 'RECEIVED') group by number, service_id having count(*) > 1`,
  );
  return rows.map(({ number, n }) => `number ${number} has ${n} open orders for one service`);
}

async function answeredOrdersExist({ db, record }: World): Promise<string[]> {
  const rows = await db.rows<{ id: string; number: string; wallet: number; status: string }>(
    `select order_id::text as id, number, wallet_id as wallet, status from orders`,
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  return [...record.orders.values()].flatMap(({ orderId, account, number, ended, received }) => {
    const row = found.get(orderId);
    if (!row || row.number !== number || row.wallet !== account.walletId)
      return [
        `order ${orderId} was answered to ${account.name} with ${number}; the database has ${JSON.stringify(row)}`,
      ];
    if (ended !== undefined && row.status !== ended)
      return [`order ${orderId} was answered as ${ended} and is ${row.status}`];
    if (received && row.status === "PENDING") return [`order ${orderId} showed a message and is PENDING`];
    return [];
  });
}

/** Every order belongs to the key of a rent that was requested, in its wallet; failed rents have none. */
async function existingOrdersWereAskedFor({ db, record, accounts }: World): Promise<string[]> {
  const rows = await db.rows<{ id: string; wallet: number; key: string | null }>(
    `select o.order_id::text as id, o.wallet_id as wallet, i.key
     from orders o left join idempotency_keys i on i.order_id = o.order_id
     where o.status <> 'FAILED' and o.wallet_id = any($1::bigint[])`,
    [accounts.map(({ walletId }) => walletId)],
  );
  const perKey = new Map<string, number>();
  const faults = rows.flatMap(({ id, wallet, key }) => {
    const asked = record.asked.get(key?.split(" ")[0] ?? "");
    if (!key || asked?.account.walletId !== wallet) return [`order ${id} was never asked for (${key})`];
    perKey.set(asked.key, (perKey.get(asked.key) ?? 0) + 1);
    if (asked.outcome === "refused" && asked.body["quantity"] === undefined)
      return [`rent ${key} was refused, and order ${id} exists for it`];
    if (asked.outcome === "answered" && asked.body["quantity"] === undefined && asked.orders[0] !== id)
      return [`rent ${key} was answered with order ${asked.orders[0]}, and order ${id} exists for it`];
    return [];
  });
  const tooMany = [...perKey].filter(([key, n]) => n > Number(record.asked.get(key)?.body["quantity"] ?? 1));
  return [...faults, ...tooMany.map(([key, n]) => `rent ${key} made ${n} orders`)];
}

async function messagesStoredOnce({ db, record }: World): Promise<string[]> {
  const rows = await db.rows<{ key: string; order: number | null; state: string; n: number; told: number }>(
    `select m.source_key as key, max(m.order_id) as order, max(m.state) as state, count(distinct m.id)::int as n, count(e.seq)::int as told
     from messages m left join events e on e.message_id = m.id and e.order_id = m.order_id
     where m.source_key like 'faults %' group by 1`,
  );
  const stored = new Map(rows.map((row) => [row.key, row]));
  const unsent = rows
    .filter(({ key }) => !record.messages.has(key))
    .map(({ key }) => `message ${key} was never sent`);
  const whole = [...record.messages.values()].filter(({ bodies }) => bodies.length === 1);
  const wrong = whole.flatMap(({ id, order, acknowledged }) => {
    const row = stored.get(id);
    if (!row) return acknowledged ? [`message ${id} was acknowledged and is not stored`] : [];
    if (row.n !== 1 || String(row.order) !== order.orderId || !["delivered", "late"].includes(row.state))
      return [
        `message ${id} for order ${order.orderId} is stored ${row.n} times, as ${row.state} of order ${row.order}`,
      ];
    return row.told === 1 ? [] : [`message ${id} was told ${row.told} times`];
  });
  return [...unsent, ...wrong];
}

/** How long handing over incomplete messages may take, after the wait for their parts. */
const handOverSeconds = 30;

interface FromParts {
  id: number;
  order: number | null;
  state: string;
  told: number;
  pieces: { tag: string; part: number | null }[];
}

/** Messages that came in parts, once none of their parts is awaited. */
async function findFromParts({ db, sealer }: World): Promise<FromParts[]> {
  const deadline = Date.now() + handOverSeconds * 1000;
  while (
    Date.now() < deadline &&
    (await db.rows(`select 1 from long_messages where due_at is not null`)).length > 0
  )
    await sleep(50);
  const rows = await db.rows<Omit<FromParts, "pieces"> & Parameters<typeof openText>[1]>(
    `select m.id, m.order_id as order, m.state, m.source_id as "sourceId", m.number, m.source_key as "sourceKey",
       m.text_sealed as "textSealed",
       (select count(*)::int from events e where e.message_id = m.id and e.order_id = m.order_id and e.type = 'order.received') as told
     from messages m where m.source_key like 'parts %'`,
  );
  return rows.map((row) => ({ ...row, pieces: tagsIn(openText(sealer, row)) }));
}

/**
 * Parts with shared references: each is in one message, which belongs to one order alone, and that is the right order
 * or none. Two renters' parts may only be joined if nobody is shown the result; anything of such a message that was
 * shown before exists twice, for its renter and, with the rest, for the operator.
 */
async function partsAreOneRenters(world: World): Promise<string[]> {
  const { tags, messages } = world.record;
  const rows = await findFromParts(world);
  const places = new Map<string, boolean[]>();
  const wrong = rows.flatMap(({ id, order, state, told, pieces }) => {
    for (const { tag, part } of pieces)
      places.set(`${tag}/${part}`, [...(places.get(`${tag}/${part}`) ?? []), order !== null]);
    const owners = new Set(pieces.map(({ tag }) => tags.get(tag)?.order.orderId));
    if (order === null) return [];
    if (owners.size !== 1 || !owners.has(String(order)))
      return [
        `message ${id} has parts for the orders ${[...owners].join()} and is ${state} of order ${order}`,
      ];
    return told === 1 ? [] : [`message ${id} of order ${order} was told ${told} times`];
  });
  const misplaced = [...messages.values()].flatMap(({ tag, bodies, acknowledgedBodies }) =>
    bodies
      .filter((body) => bodies.length > 1 && acknowledgedBodies.has(body))
      .map(({ part }) => ({ name: `${tag}/${part}`, shown: places.get(`${tag}/${part}`) ?? [] }))
      .filter(({ shown }) => shown.length === 0 || new Set(shown).size < shown.length)
      .map(({ name, shown }) => `part ${name} was acknowledged and is in ${shown.length} messages`),
  );
  return [...wrong, ...misplaced];
}

/** Consumers that lost and resumed their streams saw everything written until now, in order. */
async function eventsReachedFollowers({ db, followers }: World): Promise<string[]> {
  const faults: string[] = [];
  for (const { account, seen, lastId } of followers) {
    const rows = await db.rows<{ seq: number; name: string }>(
      `select seq, type || ' ' || coalesce(order_id::text, '') as name from events where wallet_id = $1 order by seq`,
      [account.walletId],
    );
    const deadline = Date.now() + catchUpSeconds * 1000;
    while (lastId() < rows.length && Date.now() < deadline) await sleep(20);
    rows.forEach(({ seq, name }, place) => {
      if (seq !== place + 1) faults.push(`the events of wallet ${account.walletId} have a gap before ${seq}`);
      if (seen.get(seq) !== name)
        faults.push(`event ${seq} of wallet ${account.walletId} (${name}) was seen as ${seen.get(seq)}`);
    });
  }
  return faults;
}

/**
 * An order has a number that its supplier holds, under the reference by which it is held, and no two orders have the
 * same one; a number held for a failed order, and used by no other, is being returned.
 */
async function suppliersAgree({ db, peer }: World): Promise<string[]> {
  const rows = await db.rows<{
    id: number;
    status: string;
    number: string | null;
    ref: string | null;
    returning: boolean;
  }>(
    `select o.order_id as id, o.status, o.number, o.supplier_ref as ref, r.order_id is not null as returning
     from orders o left join supplier_returns r using (order_id) where o.supplier = 'peer'`,
  );
  const known = new Set(rows.map(({ id }) => id));
  const unknown = [...peer.held.keys()].filter((id) => !known.has(id));
  const numberOf = new Map([...peer.held.values()].map(({ ref, number }) => [ref, number]));
  const users = Map.groupBy(
    rows.filter(({ status }) => status !== "FAILED"),
    ({ ref }) => ref,
  );
  // An order that got another's number returns it by its reference.
  const goingBack = new Set(rows.filter(({ returning }) => returning).map(({ ref }) => ref));
  return [
    ...unknown.map((id) => `the supplier holds a number for order ${id}, which does not exist`),
    ...rows.flatMap(({ id, status, number, ref, returning }) => {
      if (status === "PLACING") return [];
      if (status === "FAILED") {
        const held = peer.held.get(id);
        const isLeft = held && !returning && !users.has(held.ref) && !goingBack.has(held.ref);
        return isLeft ? [`order ${id} came to nothing, and its supplier holds ${held.ref}`] : [];
      }
      if (users.get(ref)?.length !== 1) return [`${ref} was given to several orders, ${id} among them`];
      return numberOf.get(ref ?? "") === number
        ? []
        : [`order ${id} is ${status} with ${number} (${ref}); its supplier has ${numberOf.get(ref ?? "")}`];
    }),
  ];
}

async function nothingWaits({ db, record }: World): Promise<string[]> {
  const rows = await db.rows<{ id: number; status: string }>(
    `select order_id as id, status from orders
     where (status in ('PENDING', 'RECEIVED') and expires_at < now() - make_interval(secs => $1))
       or (status = 'PLACING' and created_at < now() - make_interval(secs => $2))`,
    [dueSeconds, placingSeconds],
  );
  return [
    ...rows.map(({ id, status }) => `order ${id} is ${status} and should have ended`),
    ...[...record.waiting.values()].map(
      ({ what, since }) =>
        `${what} has waited since ${(Date.now() - since) / 1000} s (patience ${patienceSeconds} s)`,
    ),
  ];
}

export const invariants = {
  booksSumToZero,
  heldOnceAndEndedOnce,
  refundedOnce,
  numbersServeOneOrder,
  answeredOrdersExist,
  existingOrdersWereAskedFor,
  messagesStoredOnce,
  partsAreOneRenters,
  eventsReachedFollowers,
  suppliersAgree,
  nothingWaits,
} satisfies { [name: string]: Invariant };

export type InvariantName = keyof typeof invariants;

const shown = 5;

/** Every finding; the first few of each rule in full. */
export async function check(world: World): Promise<string[]> {
  const findings = world.record.violations.splice(0);
  for (const [name, invariant] of Object.entries(invariants)) {
    const found = await invariant(world);
    findings.push(...found.slice(0, shown).map((finding) => `${name}: ${finding}`));
    if (found.length > shown) findings.push(`${name}: and ${found.length - shown} more`);
  }
  return findings;
}
