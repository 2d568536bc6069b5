import type { InvariantName } from "./invariants.ts";
import type { World } from "./world.ts";

/** Something that must never happen, done on purpose to the database, or to the driver's record. */
export interface Mutation {
  name: string;
  /** The rule that must find it, and a word of its finding. */
  invariant: InvariantName;
  finding: RegExp;
  sql?: string[];
  /** Returns how to undo it. */
  memory?: (world: World) => () => void;
}

const oneOf = (condition: string): string =>
  `(select order_id from orders where ${condition} order by order_id limit 1)`;
const live = `supplier = 'inventory'`;
const copyOf = (kind: string): string =>
  `insert into postings (wallet_id, seq, kind, debit, credit, amount_minor, spendable_after_minor, order_id, created_at)
   select wallet_id, 1000000, kind, debit, credit, amount_minor, spendable_after_minor, order_id, created_at
   from postings where kind = '${kind}' limit 1`;
const fromParts = `(select id from messages where source_key like 'parts %' and state = 'delivered' order by id limit 1)`;
const anAcknowledged = `(select id from messages where source_key like 'faults %' and state = 'delivered' order by id limit 1)`;

/** Deletes an entry of a map; returns how to restore it. */
function forget<K, V>(map: Map<K, V>, wanted: (key: K, value: V) => boolean): () => void {
  const [entry] = [...map].filter(([key, value]) => wanted(key, value));
  if (!entry) throw new Error("there is nothing to forget");
  map.delete(entry[0]);
  return () => void map.set(...entry);
}
function add<K, V>(map: Map<K, V>, key: K, value: V): () => void {
  map.set(key, value);
  return () => void map.delete(key);
}

export const mutations: Mutation[] = [
  {
    name: "a posting is deleted",
    invariant: "booksSumToZero",
    finding: /./,
    sql: [
      `alter table postings disable trigger postings_append_only`,
      `delete from postings where (wallet_id, seq) = (select wallet_id, seq from postings where kind = 'capture' limit 1)`,
    ],
  },
  {
    name: "a unit of money comes from nowhere",
    invariant: "booksSumToZero",
    finding: /./,
    sql: [
      `alter table wallets drop constraint books_sum_to_zero`,
      `update wallets set spendable_minor = spendable_minor + 1 where id = (select min(id) from wallets)`,
    ],
  },
  {
    name: "a wallet is overdrawn",
    invariant: "booksSumToZero",
    finding: /is overdrawn/,
    sql: [
      `update wallets set spendable_minor = -1, funding_minor = funding_minor + spendable_minor + 1
       where id = (select min(wallet_id) from orders)`,
    ],
  },
  {
    name: "an order is captured twice",
    invariant: "heldOnceAndEndedOnce",
    finding: /captured 2/,
    sql: [`drop index postings_hold`, copyOf("capture")],
  },
  {
    name: "an order is closed and its hold is not",
    invariant: "heldOnceAndEndedOnce",
    finding: /is FINISHED: held 1, captured 0/,
    sql: [`update orders set status = 'FINISHED' where order_id = ${oneOf("status = 'EXPIRED'")}`],
  },
  {
    name: "an order is refunded twice",
    invariant: "refundedOnce",
    finding: /refunded 2 times/,
    sql: [`drop index postings_hold`, copyOf("release")],
  },
  {
    name: "a number serves two orders",
    invariant: "numbersServeOneOrder",
    finding: /has 2 open orders/,
    sql: [
      `drop index orders_open`,
      `update orders set status = 'PENDING', closed_at = null, number = '15550000000', service_id = 1
       where order_id in (select order_id from orders where ${live} limit 2)`,
    ],
  },
  {
    name: "an answered order has another number",
    invariant: "answeredOrdersExist",
    finding: /was answered to \S+ with/,
    sql: [`update orders set number = '15550000000' where order_id = ${oneOf(`${live}`)}`],
  },
  {
    name: "an order that was answered as cancelled lives on",
    invariant: "answeredOrdersExist",
    finding: /was answered as CANCELLED and is PENDING/,
    sql: [`update orders set status = 'PENDING', closed_at = null where status = 'CANCELLED'`],
  },
  {
    name: "an order that nobody asked for",
    invariant: "existingOrdersWereAskedFor",
    finding: /was never asked for/,
    sql: [`delete from idempotency_keys where order_id = ${oneOf(`status <> 'FAILED' and ${live}`)}`],
  },
  {
    name: "a refused rent has an order",
    invariant: "existingOrdersWereAskedFor",
    finding: /was refused, and order/,
    memory({ record }) {
      const asked = [...record.asked.values()].find(
        ({ outcome, body }) => outcome === "answered" && body["quantity"] === undefined,
      );
      if (!asked) throw new Error("nothing was answered");
      asked.outcome = "refused";
      return () => void (asked.outcome = "answered");
    },
  },
  {
    name: "a repeat made a second order",
    invariant: "existingOrdersWereAskedFor",
    finding: /and order \d+ exists for it|made 2 orders/,
    sql: [
      `update idempotency_keys set key = (select key from idempotency_keys where key ~ '^faults-\\d+$' and order_id is not null
         and wallet_id = (select min(wallet_id) from orders where ${live}) order by key limit 1) || ' #2'
       where (wallet_id, key) = (select wallet_id, key from idempotency_keys where key ~ '^faults-\\d+$' and order_id is not null
         and wallet_id = (select min(wallet_id) from orders where ${live}) order by key desc limit 1)`,
    ],
  },
  {
    name: "an acknowledged message is gone",
    invariant: "messagesStoredOnce",
    finding: /was acknowledged and is not stored/,
    sql: [`delete from messages where id = ${anAcknowledged}`],
  },
  {
    name: "a message is stored twice",
    invariant: "messagesStoredOnce",
    finding: /is stored 2 times/,
    sql: [
      `drop index messages_once`,
      `insert into messages (source_id, source_key, number, sender, order_id, state, received_at)
       select source_id, source_key, number, sender, order_id, state, received_at from messages where id = ${anAcknowledged}`,
    ],
  },
  {
    name: "a message went to another account's order",
    invariant: "messagesStoredOnce",
    finding: /is stored 1 times, as delivered of order/,
    sql: [
      `update messages m set order_id = (select o.order_id from orders o where o.wallet_id <>
         (select wallet_id from orders where order_id = m.order_id) limit 1) where id = ${anAcknowledged}`,
    ],
  },
  {
    name: "a message was never told",
    invariant: "messagesStoredOnce",
    finding: /was told 0 times/,
    sql: [`delete from events where message_id = ${anAcknowledged}`],
  },
  {
    name: "a message came from nowhere",
    invariant: "messagesStoredOnce",
    finding: /was never sent/,
    memory: ({ record }) => {
      const stored = [...record.messages.values()].find(
        ({ acknowledged, bodies }) => acknowledged && bodies.length === 1,
      );
      return forget(record.messages, (id) => id === stored?.id);
    },
  },
  {
    name: "a message that came in parts is gone",
    invariant: "partsAreOneRenters",
    finding: /was acknowledged and is in 0 messages/,
    sql: [`delete from messages where id = ${fromParts}`],
  },
  {
    name: "a message that came in parts is there twice",
    invariant: "partsAreOneRenters",
    finding: /was acknowledged and is in 2 messages/,
    sql: [
      `drop index messages_once`,
      `create temporary table twins on commit drop as select * from messages where id = ${fromParts}`,
      `update twins set id = -1`,
      `insert into messages overriding system value select * from twins`,
    ],
  },
  {
    name: "parts went to another order",
    invariant: "partsAreOneRenters",
    finding: /has parts for the orders \d+ and is delivered of order/,
    sql: [
      `update messages m set order_id = (select o.order_id from orders o where o.order_id <> m.order_id limit 1) where id = ${fromParts}`,
    ],
  },
  {
    name: "a message in parts was never told",
    invariant: "partsAreOneRenters",
    finding: /was told 0 times/,
    sql: [`delete from events where message_id = ${fromParts}`],
  },
  {
    name: "an event is deleted",
    invariant: "eventsReachedFollowers",
    finding: /have a gap before/,
    sql: [`delete from events where seq = 2`],
  },
  {
    name: "an event says something else than it did",
    invariant: "eventsReachedFollowers",
    finding: /was seen as/,
    sql: [`update events set type = 'order.finished ' where seq = 1`],
  },
  {
    name: "an event reached nobody",
    invariant: "eventsReachedFollowers",
    finding: /was seen as undefined/,
    memory: ({ followers }) => {
      const busy = followers.find(({ seen }) => seen.size > 2);
      if (!busy) throw new Error("nobody saw anything");
      return forget(busy.seen, (seq) => seq === 2);
    },
  },
  {
    name: "a supplier's number is nobody's",
    invariant: "suppliersAgree",
    finding: /came to nothing, and its supplier holds/,
    sql: [
      `update orders set status = 'FAILED', supplier_ref = null
       where order_id = ${oneOf(`supplier = 'peer' and status not in ('FAILED', 'PLACING')`)}`,
    ],
  },
  {
    name: "a supplier took an order's number back",
    invariant: "suppliersAgree",
    finding: /its supplier has undefined/,
    memory: ({ peer }) => {
      const lost = [...peer.held];
      peer.held.clear();
      return () => lost.forEach(([id, held]) => peer.held.set(id, held));
    },
  },
  {
    name: "a supplier was asked for an order that does not exist",
    invariant: "suppliersAgree",
    finding: /which does not exist/,
    memory: ({ peer }) => add(peer.held, -1, { number: "1", ref: "1" }),
  },
  {
    name: "two orders have one supplier's number",
    invariant: "suppliersAgree",
    finding: /was given to several orders/,
    sql: [
      `drop index orders_supplier_ref`,
      `update orders set supplier_ref = 'the same' where supplier = 'peer' and status not in ('FAILED', 'PLACING')`,
    ],
  },
  {
    name: "an order does not expire",
    invariant: "nothingWaits",
    finding: /is PENDING and should have ended/,
    sql: [
      `update orders set status = 'PENDING', closed_at = null, expires_at = now() - interval '1 minute' where order_id = ${oneOf(live)}`,
    ],
  },
  {
    name: "an order is being placed forever",
    invariant: "nothingWaits",
    finding: /is PLACING and should have ended/,
    sql: [
      `update orders set status = 'PLACING', closed_at = null, created_at = now() - interval '3 minutes' where order_id = ${oneOf(live)}`,
    ],
  },
  {
    name: "a request is never answered",
    invariant: "nothingWaits",
    finding: /has waited since/,
    memory: ({ record }) => add(record.waiting, {}, { what: "GET /user", since: Date.now() }),
  },
];
